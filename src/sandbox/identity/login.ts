import type { Cloud } from '../cloud.js';
import { rolesOf } from '../cloud.js';
import type { Tenant, User } from '../world.js';
import { unauthorized } from './answers.js';

/** The user whose password this is. Whatever is wrong, the answer is the same 401, but for a disabled account. */
export function checkPassword(user: User | undefined, password: string): User {
  if (user === undefined || user.password !== password) throw unauthorized();
  if (!user.enabled) throw unauthorized(`The account is disabled for user: ${user.id}.`);
  return user;
}

/** The user whose number of the moment this is. */
export function checkPasscode(user: User | undefined, passcode: string): User {
  if (user?.passcode === undefined || user.passcode !== passcode || !user.enabled) throw unauthorized();
  return user;
}

/** The tenant, if it is there, enabled, and the user has a role in it; else 401. */
export function checkTenant(cloud: Cloud, user: User, tenant: Tenant | undefined): Tenant {
  if (tenant?.enabled !== true) throw unauthorized();
  if (rolesOf(cloud.world, { userId: user.id, tenantId: tenant.id }).length === 0) throw unauthorized();
  return tenant;
}
