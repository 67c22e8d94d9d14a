import { hexId } from '../ids.js';
import type { ApplicationCredential, Ec2Credential, Grant, Role, Tenant, User } from '../world.js';

/**
 * The passwords of the embedded cloud, thrown away with it: a user's name and `-password`. The guide's `test-user` has
 * the guide's `test-password`.
 */
export function passwordOf(userName: string): string {
  return userName === 'test-user' ? 'test-password' : `${userName}-password`;
}

/** The people of the guide's `keystone user-list`, each with a tenant of the same name. */
const people: readonly (readonly [name: string, email: string])[] = [
  ['jtopjian', 'joe.topjian@cyberalbert.com'],
  ['alvaro', 'Alvaro.Perry@cyberalbert.ca'],
  ['everett', 'everett.towne@backspace.com'],
  ['jonathan', 'jon@sfcu.edu'],
  ['lorin', 'lorinhoch@nsservices.com'],
  ['anne', 'anne.green@backspace.com'],
  ['rhulsker', 'ryan.hulkster@cyberalbert.ca'],
  ['tom', 'fafield@univm.edu.au'],
  ['adam', 'adam@ossmanuals.net'],
];

/** The accounts of the services themselves. */
const accounts = ['nova', 'cinder', 'glance'];

/** Ids that the guide prints itself. */
const printedTenants: Readonly<Record<string, string>> = {
  'test-project': '98333aba48e756fa8f629c83a818ad57',
  jtopjian: '2725bbd458e2459a8c1bd36be859f43f',
};

/** The id of a tenant, which is the same in every cloud. */
export function tenantId(name: string): string {
  return printedTenants[name] ?? hexId('tenant', name);
}

/** The id of a user, likewise. */
export function userId(name: string): string {
  return hexId('user', name);
}

/** In the order of the guide's `keystone tenant-list`; the openrc example's `test-project` comes last. */
export function tenants(): Tenant[] {
  const names = ['jtopjian', 'alvaro', 'everett', 'admin', 'services', 'jonathan', 'lorin', 'anne', 'rhulsker', 'tom'];
  return [...names, 'adam', 'test-project'].map((name) => ({
    id: tenantId(name),
    name,
    description: `${name} tenant`,
    enabled: true,
  }));
}

/** The guide's users, one for each tenant, and those of the services. */
export function users(): User[] {
  const user = (name: string, email: string | undefined, tenant: string): User => ({
    id: userId(name),
    name,
    password: passwordOf(name),
    enabled: true,
    ...(email === undefined ? {} : { email }),
    tenantId: tenantId(tenant),
  });
  return [
    user('admin', 'root@localhost', 'admin'),
    ...accounts.map((name) => user(name, `${name}@localhost`, 'services')),
    ...people.map(([name, email]) => user(name, email, name)),
    user('test-user', undefined, 'test-project'),
  ];
}

/** `_member_` has the same id in every keystone (keystone.conf: member_role_id). */
const roleIds = {
  admin: hexId('role', 'admin'),
  Member: hexId('role', 'Member'),
  _member_: '9fe2ff9ee4384b1894a90878d3e92bab',
};

/** The roles that there are. */
export function roles(): Role[] {
  return Object.entries(roleIds).map(([name, id]) => ({ id, name }));
}

/** Who has which role where. */
export function grants(): Grant[] {
  const inTenant = (user: string, tenant: string, ...names: (keyof typeof roleIds)[]): Grant[] =>
    names.map((name) => ({ userId: userId(user), tenantId: tenantId(tenant), roleId: roleIds[name] }));
  return [
    ...inTenant('admin', 'admin', '_member_', 'admin'),
    { userId: userId('admin'), domainId: 'default', roleId: roleIds.admin },
    ...accounts.flatMap((name) => inTenant(name, 'services', '_member_', 'admin')),
    ...people.flatMap(([name]) => inTenant(name, name, 'Member', '_member_')),
    ...inTenant('test-user', 'test-project', 'Member', '_member_'),
  ];
}

/** Two pairs of keys; test-user's are those of the guide's ec2rc.sh. */
export function ec2Credentials(): Ec2Credential[] {
  return [
    {
      access: 'df7f93ec47e84ef8a347bbb3d598449a',
      secret: 'ead2fff9f8a344e489956deacd47e818',
      userId: userId('test-user'),
      tenantId: tenantId('test-project'),
    },
    {
      access: hexId('ec2', 'access', 'admin'),
      secret: hexId('ec2', 'secret', 'admin'),
      userId: userId('admin'),
      tenantId: tenantId('admin'),
    },
  ];
}

export function applicationCredentials(): ApplicationCredential[] {
  return [
    {
      id: hexId('application-credential', 'monitoring'),
      name: 'monitoring',
      secret: 'monitoring-secret',
      userId: userId('admin'),
      tenantId: tenantId('admin'),
    },
  ];
}
