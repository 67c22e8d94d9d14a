import type { Explained } from './resource.js';

export default [
  {
    name: 'user',
    printedBy: ['keystone user-list', 'keystone user-get'],
    fields: `
name: The name with which the user logs in; unique within its domain.
username: The same as name, as Identity v2.0 says it twice.
email: An address that whoever made the user gave; keystone sends nothing there.
enabled: Whether the user may log in and tokens of the user count.
tenantId: The default project of Identity v2.0, which is used where a login names none.
default_project_id: The project that is used where a login names none; it gives no role there.
domain_id: The domain to which the user belongs.
password_expires_at: When the password ends, in UTC; null if it never does.
options: Exceptions for this user, such as ignore_password_expiry or multi_factor_auth_enabled.
`,
  },
  {
    name: 'project',
    aliases: 'tenant',
    printedBy: ['keystone tenant-list', 'keystone tenant-get', 'stackline projects'],
    fields: `
name: Unique within its domain.
enabled: Whether tokens for it are given out and count.
domain_id: The domain to which it belongs.
parent_id: The project above it, or its domain.
is_domain: Whether it is a domain, too.
options: Such as immutable, which keeps it from being changed or deleted.
`,
  },
  {
    name: 'role',
    printedBy: ['keystone role-list', 'keystone role-get', 'keystone user-role-list'],
    fields: `
name: What policies ask for: admin, member, reader and so on.
domain_id: The domain within which it can be used; null for all.
user_id: The user who has it.
tenant_id: The project in which the user has it.
options: Such as immutable, which keeps it from being changed or deleted.
`,
  },
  {
    name: 'catalog-service',
    aliases: 'identity-service',
    printedBy: ['keystone service-list', 'keystone service-get'],
    fields: `
name: What the administrator called it; clients look for the type.
type: What clients look for in the catalog: compute, identity, image, volumev3, network, object-store and so on.
enabled: Whether it is in the catalog.
`,
  },
  {
    name: 'endpoint',
    printedBy: ['keystone endpoint-list'],
    fields: `
region: The region in which the service is reached there.
publicurl: The address for everybody; %(tenant_id)s in it is the project of the token.
internalurl: The address for the cloud's own services.
adminurl: The address for administrators: of keystone v2.0 only, for most the same as the internal one.
service_id: The service whose address it is.
`,
  },
  {
    name: 'ec2-credentials',
    printedBy: ['keystone ec2-credentials-list', 'keystone ec2-credentials-get'],
    fields: `
access: The public half: what EC2 and S3 clients send as their access key.
secret: The secret half, with which requests are signed.
tenant: The project for which it counts.
tenant_id: The project for which it counts.
trust_id: The trust for which it counts; null for none.
`,
  },
] satisfies readonly Explained[];
