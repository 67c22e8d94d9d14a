import type { Noun } from './api.js';

/** Where things are in Identity v2.0, and what a list and one of them are called in its answers. */
export const PLACES: Readonly<Record<Noun, readonly [path: string, list: string, one: string]>> = {
  tenant: ['/tenants', 'tenants', 'tenant'],
  user: ['/users', 'users', 'user'],
  role: ['/OS-KSADM/roles', 'roles', 'role'],
  service: ['/OS-KSADM/services', 'OS-KSADM:services', 'OS-KSADM:service'],
};

/** Keys for the EC2 API, all of a user's or one pair: the same over v3. */
export function ec2Path(userId: string, access?: string): string {
  const path = `/users/${encodeURIComponent(userId)}/credentials/OS-EC2`;
  return access === undefined ? path : `${path}/${encodeURIComponent(access)}`;
}
