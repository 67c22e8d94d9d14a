import { type Definition, settingOption as text } from './definition.js';

/** Who logs in, how that is proved, and what for: part of the table of `core/definitions.ts`. */
export const loginSettings = {
  authUrl: {
    option: text('os-auth-url', '<auth-url>', 'Identity service to log in to, with or without its version.'),
    names: { env: ['OS_AUTH_URL'], auth: ['auth_url'], userConfig: 'auth-url' },
    traits: { group: 'where', decidesLogin: true, recorded: true },
  },
  username: {
    option: text('os-username', '<user>', 'User name.', ['os-user-name', 'username']),
    names: { env: ['OS_USERNAME'], auth: ['username', 'user_name'], userConfig: 'username', host: 'username' },
    traits: { group: 'who', oneOf: 'user', decidesLogin: true, recorded: true },
  },
  userId: {
    option: text('os-user-id', '<user-id>', 'User id.'),
    names: { env: ['OS_USER_ID'], auth: ['user_id'] },
    traits: { group: 'who', oneOf: 'user', decidesLogin: true, recorded: true },
  },
  password: {
    option: text('os-password', '<password>', "User's password; better in OS_PASSWORD."),
    names: { env: ['OS_PASSWORD'], auth: ['password'], host: false },
    traits: { group: 'who', oneOf: 'proof', decidesLogin: true, secret: true },
  },
  /** Run without a shell when a password is needed: its first line is the password. */
  passwordCommand: {
    type: 'words',
    names: { userConfig: 'password-command', host: 'password-command' },
    traits: { group: 'who', oneOf: 'proof', decidesLogin: true },
  },
  projectName: {
    option: text('os-project-name', '<project>', 'Project (tenant) name.', ['os-tenant-name', 'os-tenant']),
    names: {
      env: ['OS_PROJECT_NAME', 'OS_TENANT_NAME'],
      either: ['project_name', 'tenant_name'],
      userConfig: 'project-name',
    },
    traits: { group: 'scope', oneOf: 'scope', decidesLogin: true, recorded: true },
  },
  projectId: {
    option: text('os-project-id', '<project-id>', 'Project (tenant) id.', ['os-tenant-id']),
    names: { env: ['OS_PROJECT_ID', 'OS_TENANT_ID'], either: ['project_id', 'tenant_id'], userConfig: 'project-id' },
    traits: { group: 'scope', oneOf: 'scope', decidesLogin: true, recorded: true },
  },
  userDomainId: {
    option: text('os-user-domain-id', '<domain-id>', "Id of the user's domain."),
    names: { env: ['OS_USER_DOMAIN_ID'], auth: ['user_domain_id'], userConfig: 'user-domain-id' },
    traits: { group: 'who', oneOf: 'user domain', decidesLogin: true, recorded: true },
  },
  userDomainName: {
    option: text('os-user-domain-name', '<domain>', "Name of the user's domain."),
    names: { env: ['OS_USER_DOMAIN_NAME'], auth: ['user_domain_name'], userConfig: 'user-domain-name' },
    traits: { group: 'who', oneOf: 'user domain', decidesLogin: true, recorded: true },
  },
  projectDomainId: {
    option: text('os-project-domain-id', '<domain-id>', "Id of the project's domain."),
    names: { env: ['OS_PROJECT_DOMAIN_ID'], auth: ['project_domain_id'], userConfig: 'project-domain-id' },
    traits: { group: 'scope', oneOf: 'project domain', decidesLogin: true, recorded: true },
  },
  projectDomainName: {
    option: text('os-project-domain-name', '<domain>', "Name of the project's domain."),
    names: { env: ['OS_PROJECT_DOMAIN_NAME'], auth: ['project_domain_name'], userConfig: 'project-domain-name' },
    traits: { group: 'scope', oneOf: 'project domain', decidesLogin: true, recorded: true },
  },
  domainId: {
    option: text('os-domain-id', '<domain-id>', 'Id of the domain to work on instead of a project.'),
    names: { env: ['OS_DOMAIN_ID'], auth: ['domain_id'] },
    traits: { group: 'scope', oneOf: 'scope', decidesLogin: true, recorded: true },
  },
  domainName: {
    option: text('os-domain-name', '<domain>', 'Name of the domain to work on instead of a project.'),
    names: { env: ['OS_DOMAIN_NAME'], auth: ['domain_name'] },
    traits: { group: 'scope', oneOf: 'scope', decidesLogin: true, recorded: true },
  },
  /** Where names of users and of projects are looked up beside which no domain stands. */
  defaultDomainId: {
    option: text('os-default-domain-id', '<domain-id>', 'Id of the domain where none is named.'),
    names: { env: ['OS_DEFAULT_DOMAIN_ID'], auth: ['default_domain_id'] },
    traits: { group: 'who', decidesLogin: true, recorded: true },
  },
  defaultDomainName: {
    option: text('os-default-domain-name', '<domain>', 'Name of the domain where none is named.'),
    names: { env: ['OS_DEFAULT_DOMAIN_NAME'], auth: ['default_domain_name'] },
    traits: { group: 'who', decidesLogin: true, recorded: true },
  },
  systemScope: {
    option: text('os-system-scope', '<scope>', 'Work on the whole cloud: all.'),
    names: { env: ['OS_SYSTEM_SCOPE'], auth: ['system_scope'] },
    traits: { group: 'scope', oneOf: 'scope', decidesLogin: true, recorded: true },
  },
  trustId: {
    option: text('os-trust-id', '<trust-id>', 'Act for the user who gave this trust.'),
    names: { env: ['OS_TRUST_ID'], auth: ['trust_id'] },
    traits: { group: 'scope', oneOf: 'scope', decidesLogin: true, binds: true, secret: true },
  },
  /** What it opened stays open for whoever knows the rest, so that it does not tell one login from another. */
  passcode: {
    option: text('os-passcode', '<number>', 'One-time passcode (TOTP).'),
    names: { env: ['OS_PASSCODE'], besideOrAuth: ['passcode'] },
    traits: { group: 'who', decidesLogin: false, momentary: true, secret: true },
  },
  applicationCredentialId: {
    option: text('os-application-credential-id', '<id>', 'Id of an application credential to log in with.'),
    names: { env: ['OS_APPLICATION_CREDENTIAL_ID'], auth: ['application_credential_id'] },
    traits: { group: 'who', oneOf: 'proof', decidesLogin: true, binds: true, recorded: true },
  },
  applicationCredentialName: {
    option: text('os-application-credential-name', '<name>', 'Name of an application credential of the user.'),
    names: { env: ['OS_APPLICATION_CREDENTIAL_NAME'], auth: ['application_credential_name'] },
    traits: { group: 'who', oneOf: 'proof', decidesLogin: true, binds: true, recorded: true },
  },
  applicationCredentialSecret: {
    option: text(
      'os-application-credential-secret',
      '<secret>',
      'Its secret; better in OS_APPLICATION_CREDENTIAL_SECRET.',
    ),
    names: { env: ['OS_APPLICATION_CREDENTIAL_SECRET'], auth: ['application_credential_secret'] },
    traits: { group: 'who', decidesLogin: true, secret: true },
  },
  authType: {
    option: text('os-auth-type', '<name>', 'Kind of login, as password, token, v3totp or v3applicationcredential.', [
      'os-auth-plugin',
    ]),
    names: { env: ['OS_AUTH_TYPE', 'OS_AUTH_PLUGIN'], beside: ['auth_type'], host: 'auth' },
    traits: { group: 'who', decidesLogin: true, recorded: true },
  },
  /** To start from instead of a password. */
  token: {
    option: text('os-token', '<token>', 'A token to use instead of a password.', ['os-auth-token']),
    names: { env: ['OS_TOKEN', 'OS_AUTH_TOKEN'], either: ['token', 'auth_token'], openstack: '--os-token' },
    traits: { group: 'who', oneOf: 'proof', decidesLogin: true, binds: true, secret: true },
  },
  /** `admin_token` of keystone.conf: with a fixed identity endpoint there is neither a login nor a catalogue. */
  serviceToken: {
    option: text('os-service-token', '<token>', 'The admin token, with --os-service-endpoint: no login.'),
    names: { openstack: '--os-token' },
    traits: { group: 'who', decidesLogin: true, binds: true, secret: true },
  },
  serviceEndpoint: {
    option: text('os-service-endpoint', '<url>', 'Identity endpoint for the admin token.'),
    names: { openstack: '--os-auth-type admin_token --os-endpoint' },
    traits: { group: 'where', decidesLogin: true, recorded: true },
  },
  /**
   * Swift's own login, which was there before keystone (v1): where it is, who it is, and their key. Only a client that has
   * options and variables for it says any of them; `config/v1-login.ts` makes the login of them.
   */
  v1AuthUrl: { names: { openstack: false }, traits: { group: 'where', decidesLogin: true } },
  v1User: { names: { openstack: false }, traits: { group: 'who', decidesLogin: true } },
  v1Key: { names: { openstack: false }, traits: { group: 'who', decidesLogin: true, secret: true } },
  /** The object store of that login is reached by an internal network, whose hosts have `snet-` before their names. */
  v1Snet: { type: 'flag', names: { openstack: false }, traits: { group: 'where', decidesLogin: true } },
} as const satisfies Readonly<Record<string, Definition>>;
