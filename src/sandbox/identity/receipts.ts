import { randomBytes } from 'node:crypto';
import { type Answer, json } from '../call.js';
import type { Cloud } from '../cloud.js';
import { domain, type User } from '../world.js';
import { timestamp, unauthorized } from './answers.js';

/** What a user has proved of who they are, when that is not all that is wanted. */
export interface Receipt {
  readonly user: User;
  readonly methods: readonly string[];
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** keystone.conf's [receipt] expiration, in milliseconds. */
const LIFE = 300_000;
const given = new WeakMap<Cloud, Map<string, Receipt>>();

export const receipts = {
  /** The receipt of that id; 401 for one that there is not, or not any more. */
  of(cloud: Cloud, id: string | undefined): Receipt | undefined {
    if (id === undefined) return undefined;
    const found = given.get(cloud)?.get(id);
    if (found === undefined || found.expires < cloud.now()) throw unauthorized();
    return found;
  },

  /** 401, the receipt in `Openstack-Auth-Receipt`, and which methods together would do. */
  give(cloud: Cloud, user: User, methods: readonly string[]): Answer {
    const id = randomBytes(16).toString('base64url');
    const expires = cloud.now() + LIFE;
    const all = given.get(cloud) ?? new Map<string, Receipt>();
    given.set(cloud, all.set(id, { user, methods, expires }));
    const receipt = {
      methods,
      user: { domain, id: user.id, name: user.name },
      expires_at: timestamp(expires),
      issued_at: timestamp(cloud.now()),
    };
    return json(401, { receipt, required_auth_methods: [['password', 'totp']] }, { 'openstack-auth-receipt': id });
  },
};
