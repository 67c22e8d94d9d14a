import { randomBytes } from 'node:crypto';
import type { World } from './world.js';

export interface Token {
  readonly id: string;
  readonly userId: string;
  readonly tenantId?: string;
  readonly domainId?: string;
  readonly methods: readonly string[];
  /** Milliseconds since 1970. */
  readonly issued: number;
  readonly expires: number;
  readonly auditIds: readonly string[];
  /** Who stands behind a login by application credential. */
  readonly applicationCredentialId?: string;
}

export type Grantable = Omit<Token, 'id' | 'issued' | 'auditIds' | 'expires'> & {
  /** A token that was had for a token lives no longer than the first one. */
  readonly from?: Token;
};

export interface Tokens {
  issue(what: Grantable): Token;
  /** The token, unless it is unknown, expired, revoked, or its user or tenant is gone or disabled. */
  find(id: string | undefined): Token | undefined;
  revoke(id: string): void;
}

/**
 * Tokens of the embedded cloud: 32 random hexadecimal digits, as keystone's UUID tokens were; kept in memory only.
 *
 * @param now milliseconds since 1970
 * @param life seconds
 */
export function tokenStore(world: World, now: () => number, life: number): Tokens {
  const valid = new Map<string, Token>();
  return {
    issue({ from, ...what }) {
      // Keystone's times have whole seconds.
      const issued = Math.floor(now() / 1000) * 1000;
      const audit = randomBytes(16).toString('base64url');
      const origin = from?.auditIds.at(-1);
      const token: Token = {
        ...what,
        id: randomBytes(16).toString('hex'),
        issued,
        expires: from?.expires ?? issued + life * 1000,
        auditIds: origin === undefined ? [audit] : [audit, origin],
      };
      valid.set(token.id, token);
      return token;
    },
    find(id) {
      const token = id === undefined ? undefined : valid.get(id);
      if (token === undefined) return undefined;
      if (token.expires <= now()) {
        valid.delete(token.id);
        return undefined;
      }
      const user = world.users.find((row) => row.id === token.userId);
      const tenant = world.tenants.find((row) => row.id === token.tenantId);
      const homeless = token.tenantId !== undefined && tenant?.enabled !== true;
      return user?.enabled === true && !homeless ? token : undefined;
    },
    revoke(id) {
      valid.delete(id);
    },
  };
}
