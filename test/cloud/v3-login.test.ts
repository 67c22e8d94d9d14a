/** Settings, logins that fail and wrong usage, over Identity v3, against python-novaclient 18.1 on the same cloud. */
import { nova18, zed } from './clouds.js';
import type { Env } from './processes.js';
import { sideBySide } from './side-by-side.js';

const cloud = await zed();

/** The environment without a login; a case adds what it is about. */
const nobody: Env = Object.fromEntries(Object.keys(cloud.env).map((name) => [name, undefined]));
const options = '--os-auth-url http://127.0.0.1:5000/v3 --os-username admin --os-password oslab-secret';

// Who, where and how, by option and by environment.
sideBySide(cloud, nova18, [
  { run: `${options} --os-project-name admin list`, env: nobody, finds: 'bastion' },
  { run: `${options} --os-tenant-name admin list`, env: nobody },
  { run: `${options} --os-project-id {project:admin} list`, env: nobody },
  { run: `${options} --os-tenant-id {project:admin} list`, env: nobody },
  { run: 'list', env: { OS_PROJECT_NAME: undefined, OS_TENANT_NAME: 'admin' } },
  { run: 'list', env: { OS_PROJECT_NAME: undefined, OS_PROJECT_ID: cloud.ids.get('project:admin') } },
  { run: 'list', env: { OS_PROJECT_NAME: undefined, OS_TENANT_ID: cloud.ids.get('project:admin') } },
  { run: 'list', env: { OS_USERNAME: undefined, OS_USER_ID: cloud.ids.get('user:admin') } },
  { run: '--os-user-id {user:admin} list', env: { OS_USERNAME: undefined } },
  { run: 'list', env: { OS_USER_DOMAIN_NAME: undefined, OS_PROJECT_DOMAIN_NAME: undefined } },
  {
    run: 'list',
    env: {
      OS_USER_DOMAIN_NAME: undefined,
      OS_PROJECT_DOMAIN_NAME: undefined,
      OS_USER_DOMAIN_ID: 'default',
      OS_PROJECT_DOMAIN_ID: 'default',
    },
  },
  { run: 'list', env: { OS_REGION_NAME: undefined } },
  { run: '--os-region-name RegionOne list', env: { OS_REGION_NAME: 'Nowhere' } },
  { run: 'list', env: { OS_AUTH_URL: 'http://127.0.0.1:5000' } },
  { run: 'list', env: { OS_AUTH_URL: 'http://127.0.0.1:5000/' } },
  { run: 'list', env: { OS_AUTH_URL: 'http://127.0.0.1:5000/v3/' } },
  { run: '--os-endpoint-type internal list' },
  { run: '--os-endpoint-type adminURL list' },
  { run: 'list', env: { OS_ENDPOINT_TYPE: 'internalURL' } },
  { run: '--os-endpoint-override http://127.0.0.1:8774/v2.1 list' },
  { run: '--service-type compute list' },
  { run: '--service-type compute_legacy --os-compute-api-version 2.0 list' },
  { run: '--service-name nova list' },
  { run: '--service-name nosuch list' },
  { run: '--timeout 30 list' },
  { run: '--insecure list' },
  { run: '--os-cache list' },
  { run: 'list', env: { OS_CACHE: '1' } },
]);

const samePlace = 'a v2.0 URL on a cloud that has only v3 leads to v3 on the same host; the classic client gives up';

// The login fails, or there is none.
sideBySide(cloud, nova18, [
  { run: 'list', env: nobody },
  { run: 'list', env: { OS_USERNAME: undefined } },
  { run: 'list', env: { OS_USERNAME: '' } },
  { run: 'list', env: { OS_PROJECT_NAME: undefined } },
  { run: 'list', env: { OS_AUTH_URL: undefined } },
  { run: 'list', env: { OS_AUTH_URL: '' } },
  { run: 'list', env: { OS_PASSWORD: 'wrong' } },
  { run: 'show bastion', env: { OS_PASSWORD: 'wrong' } },
  { run: 'list', env: { OS_USERNAME: 'nobody' } },
  { run: 'list', env: { OS_PROJECT_NAME: 'nosuch' } },
  { run: 'list', as: 'anne', env: { OS_PROJECT_NAME: 'admin' } },
  { run: 'list', env: { OS_USER_DOMAIN_NAME: 'Nowhere' } },
  { run: 'list', env: { OS_REGION_NAME: 'Nowhere' } },
  { run: '--service-type nosuch list' },
  {
    run: '--os-endpoint-type nosuch list',
    code: { is: 2, because: 'no catalog has such a kind of endpoint: wrong usage, found before anything is sent' },
    stderr: { is: /nosuch.*\n.*publicURL/, because: 'ours names the kinds that there are' },
  },
  {
    run: 'list',
    env: { OS_PASSWORD: undefined },
    stderr: {
      is: /^ERROR \(CommandError\): Expecting a password provided via either --os-password, env\[OS_PASSWORD\], or prompted response\n/,
      because: 'the last release sends no password at all and is told 401; ours says what releases before it said',
    },
  },
  {
    run: 'list',
    env: { OS_AUTH_URL: 'http://127.0.0.1:9/v3' },
    stderr: {
      is: /^ERROR \(ConnectFailure\): [^<>]*http:\/\/127\.0\.0\.1:9\/v3[^<>]*$/,
      because: 'the classic client prints the address of a Python object',
    },
  },
  {
    run: 'list',
    env: { OS_AUTH_URL: 'http://keystone.invalid:5000/v3' },
    stderr: {
      is: /^ERROR \(ConnectFailure\): [^<>]*keystone\.invalid[^<>]*$/,
      because: 'the classic client prints the address of a Python object',
    },
  },
  {
    run: 'list',
    env: { OS_AUTH_URL: 'http://127.0.0.1:8774/v3' },
    stderr: {
      is: /^ERROR \(DiscoveryFailure\): http:\/\/127\.0\.0\.1:8774 is no identity service, but the compute service/,
      because: 'that is no identity service, and ours names the URL',
    },
  },
  {
    run: 'list',
    env: { OS_AUTH_URL: 'ftp://127.0.0.1/v3' },
    stderr: { is: /^ERROR \(\w+\): .*ftp:/, because: 'the classic client talks of connection adapters' },
  },
  {
    run: 'list',
    env: { OS_AUTH_URL: 'http://127.0.0.1:5000/v2.0' },
    peer: { env: { OS_AUTH_URL: 'http://127.0.0.1:5000/v3' }, because: samePlace },
  },
  {
    run: 'list --all-tenants',
    env: {
      ...nobody,
      OS_AUTH_URL: 'http://127.0.0.1:5000/v2.0',
      OS_USERNAME: 'admin',
      OS_PASSWORD: 'oslab-secret',
      OS_TENANT_NAME: 'admin',
    },
    peer: { env: { OS_AUTH_URL: 'http://127.0.0.1:5000/v3' }, because: samePlace },
  },
]);

// Wrong usage: argparse's complaint and its exit code.
sideBySide(cloud, nova18, [
  'lsit',
  'list --all-tennants',
  'list --all-tennants --bogus',
  'list --bogus=1',
  '--bogus list',
  'list extra',
  'list --limit',
  'list --limit x',
  'list --all-tenants x',
  'list --name',
  'list --minimal=1',
  'show',
  'show a b',
  'show --wrap x y',
  'show --wrap',
  'diagnostics',
  'diagnostics a b',
  {
    run: 'list --s x',
    stderr: {
      is: /error: ambiguous option: --s could match --status, --sort\b/,
      because: "the classic client names what its global options could be, ours what the verb's could",
    },
  },
  {
    run: 'list --t',
    stderr: {
      is: /error: ambiguous option: --t could match --tenant, --task-state, --tags, --tags-any\b/,
      because: "the classic client names what its global options could be, ours what the verb's could",
    },
  },
  {
    run: '--os-username',
    stderr: {
      is: /error: argument --os-username: expected one argument\n/,
      because: 'the classic client names every spelling of the option, old ones too',
    },
  },
  {
    run: '--timeout soon list',
    stderr: { is: /error: argument --timeout: .*soon/, because: "Python's 'must be a float' is for programmers" },
  },
]);

// Unique beginnings of options, and underscores.
sideBySide(cloud, nova18, [
  { run: 'list --all-t', finds: 'devstack' },
  { run: 'list --all', finds: 'devstack' },
  { run: 'list --all-t 1', finds: 'devstack' },
  'list --min',
  { run: 'list --all --fie name', finds: 'devstack' },
  { run: 'list --all --sta ERROR', finds: 'cern-batch-02' },
  { run: 'list --all --ten {project:anne}', finds: 'wiki' },
  { run: '--os-reg RegionOne list' },
  { run: 'show --mini bastion' },
]);

const oldSpelling = 'the last release no longer takes this spelling, which guides, scripts and fingers still have';

sideBySide(cloud, nova18, [
  {
    run: `${underscored(options)} --os_tenant_name admin list`,
    env: nobody,
    peer: { run: `${options} --os-tenant-name admin list`, because: oldSpelling },
  },
  {
    run: '--os_region_name RegionOne list',
    env: { OS_REGION_NAME: 'Nowhere' },
    peer: { run: '--os-region-name RegionOne list', because: oldSpelling },
  },
  {
    run: '--os_compute_api_version 2.1 list --all_tenants',
    peer: { run: '--os-compute-api-version 2.1 list --all-tenants', because: oldSpelling },
  },
  { run: 'list --all --vm_state paused', peer: { run: 'list --all --vm-state paused', because: oldSpelling } },
  {
    run: '--endpoint-type internalURL list',
    peer: { run: '--os-endpoint-type internalURL list', because: oldSpelling },
  },
  {
    run: '--bypass-url http://127.0.0.1:8774/v2.1 list',
    peer: { run: '--os-endpoint-override http://127.0.0.1:8774/v2.1 list', because: oldSpelling },
  },
]);

function underscored(line: string): string {
  return line.replaceAll(/--[a-z-]+/g, (option) => `--${option.slice(2).replaceAll('-', '_')}`);
}
