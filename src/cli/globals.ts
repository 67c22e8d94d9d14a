import { choice, flag, integer, many, type Options, optionalText, text, type Values } from '../command/options.js';

/** Who, where and how: keys are the names of `core/settings.ts`, which also reads the environment for them. */
const login = {
  authUrl: text('<auth-url>', 'Identity service to log in to, with or without its version.', { long: 'os-auth-url' }),
  username: text('<user>', 'User name.', { long: 'os-username', aliases: ['os-user-name', 'username'] }),
  userId: text('<user-id>', 'User id.', { long: 'os-user-id' }),
  password: text('<password>', "User's password; better in OS_PASSWORD.", { long: 'os-password' }),
  projectName: text('<project>', 'Project (tenant) name.', {
    long: 'os-project-name',
    aliases: ['os-tenant-name', 'os-tenant'],
  }),
  projectId: text('<project-id>', 'Project (tenant) id.', { long: 'os-project-id', aliases: ['os-tenant-id'] }),
  userDomainId: text('<domain-id>', "Id of the user's domain.", { long: 'os-user-domain-id' }),
  userDomainName: text('<domain>', "Name of the user's domain.", { long: 'os-user-domain-name' }),
  projectDomainId: text('<domain-id>', "Id of the project's domain.", { long: 'os-project-domain-id' }),
  projectDomainName: text('<domain>', "Name of the project's domain.", { long: 'os-project-domain-name' }),
  domainId: text('<domain-id>', 'Id of the domain to work on instead of a project.', { long: 'os-domain-id' }),
  domainName: text('<domain>', 'Name of the domain to work on instead of a project.', { long: 'os-domain-name' }),
  defaultDomainId: text('<domain-id>', 'Id of the domain where none is named.', { long: 'os-default-domain-id' }),
  defaultDomainName: text('<domain>', 'Name of the domain where none is named.', { long: 'os-default-domain-name' }),
  systemScope: text('<scope>', 'Work on the whole cloud: all.', { long: 'os-system-scope' }),
  trustId: text('<trust-id>', 'Act for the user who gave this trust.', { long: 'os-trust-id' }),
  passcode: text('<number>', 'One-time passcode (TOTP).', {
    long: 'os-passcode',
  }),
  applicationCredentialId: text('<id>', 'Id of an application credential to log in with.', {
    long: 'os-application-credential-id',
  }),
  applicationCredentialName: text('<name>', 'Name of an application credential of the user.', {
    long: 'os-application-credential-name',
  }),
  applicationCredentialSecret: text('<secret>', 'Its secret; better in OS_APPLICATION_CREDENTIAL_SECRET.', {
    long: 'os-application-credential-secret',
  }),
  authType: text('<name>', 'Kind of login, as password, token, v3totp or v3applicationcredential.', {
    long: 'os-auth-type',
    aliases: ['os-auth-plugin'],
  }),
  token: text('<token>', 'A token to use instead of a password.', {
    long: 'os-token',
    aliases: ['os-auth-token'],
  }),
  serviceToken: text('<token>', 'The admin token, with --os-service-endpoint: no login.', { long: 'os-service-token' }),
  serviceEndpoint: text('<url>', 'Identity endpoint for the admin token.', { long: 'os-service-endpoint' }),
  region: text('<region>', 'Region.', { long: 'os-region-name', aliases: ['region-name'] }),
  interface: text('<interface>', 'public, internal or admin; publicURL, internalURL, adminURL are the same.', {
    long: 'os-endpoint-type',
    aliases: ['endpoint-type', 'os-interface'],
  }),
  endpointOverride: text('<url>', 'Use this URL instead of the one in the service catalogue.', {
    long: 'os-endpoint-override',
    aliases: ['endpoint-override', 'bypass-url'],
  }),
  serviceType: text('<service-type>', 'Service type to look for in the catalogue.', { long: 'service-type' }),
  serviceName: text('<service-name>', 'Service name to look for in the catalogue.', { long: 'service-name' }),
  identityApiVersion: text('<version>', 'Identity API: 2.0 or 3.', { long: 'os-identity-api-version' }),
  computeApiVersion: text('<version>', 'Compute API: 2.N or 2.latest.', { long: 'os-compute-api-version' }),
  imageApiVersion: text('<version>', 'Image API.', { long: 'os-image-api-version' }),
  volumeApiVersion: text('<version>', 'Volume API.', { long: 'os-volume-api-version' }),
  cacert: text('<file>', 'CA certificates that sign the servers’.', { long: 'os-cacert', aliases: ['ca-file'] }),
  cert: text('<file>', 'Client certificate.', { long: 'os-cert', aliases: ['cert-file'] }),
  key: text('<file>', 'Key of the client certificate.', { long: 'os-key', aliases: ['key-file'] }),
  insecure: flag('Do not check certificates.', { short: 'k' }),
  timeout: text('<seconds>', 'How long a server may stay silent.'),
} as const satisfies Options;

const run = {
  osCloud: text('<name>', 'A cloud of clouds.yaml, instead of what the environment says.', { long: 'os-cloud' }),
  osPasswordFile: text('<file>', "File that holds the user's password.", {
    long: 'os-password-file',
    conflicts: ['password'],
  }),
  osPasswordStdin: flag("The first line of the standard input is the user's password.", {
    long: 'os-password-stdin',
    conflicts: ['osPasswordFile', 'password'],
  }),
  noCache: flag('Neither read nor keep tokens: log in for this command.', { aliases: ['no-caching'] }),
  osCache: flag('Accepted; tokens are kept unless --no-cache says otherwise.', { hidden: true }),
  debug: flag('Show each HTTP exchange on stderr, in curl form, without secrets.'),
  curl: flag('Print the curl lines that would do it, and send only what is needed to know them.'),
  translate: flag('Print what the command is called in openstack, and do nothing else.'),
  timings: flag('Show how long each request took, on stderr.', { aliases: ['timing', 'collect-timing'] }),
  verbose: flag('Say what was decided on the way, on stderr.', { short: 'v' }),
  quiet: flag('Only errors on stderr.', { short: 'q' }),
  retries: integer('<n>', 'Retries of GET and HEAD on connection errors and 429, 502, 503, 504 (default 2).'),
  deadline: text('<seconds>', 'Give the whole command up after this time.'),
  onlyProblems: flag('Print nothing at all, unless the command fails or has something to say on stderr.'),
  lock: optionalText(
    '<name>',
    'Do nothing, with exit code 7, while another run with this name (or command line) lasts.',
    {
      const: '',
      requiresEquals: true,
    },
  ),
  splay: text('<seconds>', 'Begin after a random part of this time; at once on a terminal.'),
  record: text('<dir>', 'Keep each HTTP exchange in this directory, without secrets, to be replayed.'),
  replay: text('<dir>', 'Answer from what was kept with --record: no network, no login.', {
    conflicts: ['record', 'sandbox'],
  }),
  sandbox: flag('Use the embedded cloud: no account, no settings, no network.'),
  help: flag('Show help.', { short: 'h' }),
  version: flag('Show the version.'),
  profile: text('<key>', 'Accepted for compatibility.', { hidden: true }),
} as const satisfies Options;

const output = {
  format: choice(['table', 'json', 'yaml', 'csv', 'value', 'ndjson'], 'Output format.', {
    short: 'f',
    placeholder: '<format>',
  }),
  column: many('<column>', 'Only this column (repeatable).', { short: 'c', aliases: ['columns'] }),
  sortColumn: many('<column>', 'Sort by this column (repeatable).'),
  sortAscending: flag('Sort upwards.', { conflicts: ['sortDescending'] }),
  sortDescending: flag('Sort downwards.'),
  quote: choice(['all', 'minimal', 'none', 'nonnumeric'], 'Which CSV cells are quoted.', { placeholder: '<quote>' }),
  noindent: flag('JSON on one line.'),
  color: choice(['auto', 'always', 'never'], 'Colour the words for states.', { placeholder: '<when>' }),
} as const satisfies Options;

const all = { ...login, ...run, ...output } as const;

export type Globals = Values<typeof all>;
export type LoginOption = keyof typeof login;

/** keystone's own spellings: there `--os-token` is the admin token, and `--os-endpoint` goes with it. */
const keystoneLogin = () => ({
  ...login,
  // `--endpoint-type` is an option of keystone's own commands.
  interface: text('<interface>', 'public, internal or admin; publicURL, internalURL, adminURL are the same.', {
    long: 'os-endpoint-type',
    aliases: ['os-interface'],
  }),
  token: text('<token>', 'A token to use instead of a password.', { long: 'os-auth-token' }),
  serviceToken: text('<token>', 'The admin token, with --os-endpoint: no login.', {
    long: 'os-token',
    aliases: ['os-service-token', 'token'],
  }),
  serviceEndpoint: text('<url>', 'Identity endpoint for the admin token.', {
    long: 'os-endpoint',
    aliases: ['os-service-endpoint', 'endpoint'],
  }),
  forceNewToken: flag('Accepted for compatibility; the same as --no-cache.', { hidden: true }),
  staleDuration: integer('<seconds>', 'Accepted for compatibility.', { hidden: true }),
});

/** The options that every command of an applet takes. */
export function globalOptions(applet: string): typeof all {
  return applet === 'keystone' ? { ...keystoneLogin(), ...run, ...output } : all;
}

/** Help shows them in these groups. */
export const groups = (): Readonly<Record<string, readonly string[]>> => ({
  'Output options': Object.keys(output),
  'Other options': Object.keys(run),
  'Login options': Object.keys(login),
});

/** What the options said of the login, for `config/settings.ts`; what was not given is not there. */
export function givenSettings(globals: Globals): Partial<Record<LoginOption | 'cache', string | boolean>> {
  const given: Partial<Record<LoginOption | 'cache', string | boolean>> = {};
  for (const name of Object.keys(login) as LoginOption[]) {
    const value = globals[name];
    if (value !== undefined && value !== false && value !== '') given[name] = value;
  }
  if (globals.noCache) given.cache = false;
  return given;
}
