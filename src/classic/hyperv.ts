import { definitions, type SettingName } from '../core/definitions.js';
import { version } from '../lib/version.js';
import type { ClassicClient } from './client.js';
import { cliffTables } from './cliff.js';
import nova from './nova.js';

/** The settings that a host of Hyper-V has no use for. */
const ofClouds = (Object.keys(definitions) as SettingName[]).filter(
  (name) => definitions[name].names.host === undefined,
);
const aboutClouds = [
  ...['osCloud', 'allClouds', 'allRegions', 'noCache', 'osCache', 'curl', 'retries', 'record', 'replay', 'profile'],
];

/** No client that there was: hosts of Hyper-V have options and variables of their own, and tables as openstackclient. */
export default {
  version,
  service: 'hyperv',
  env: {
    ...Object.fromEntries(ofClouds.map((name) => [name, []])),
    username: ['HYPERV_USERNAME'],
    password: ['HYPERV_PASSWORD'],
    authType: ['HYPERV_AUTH'],
    cacert: ['HYPERV_CACERT'],
    cert: ['HYPERV_CERT'],
    key: ['HYPERV_KEY'],
    insecure: ['HYPERV_INSECURE'],
    timeout: ['HYPERV_TIMEOUT'],
  },
  globals: {
    ...Object.fromEntries([...ofClouds, ...aboutClouds].map((name) => [name, null])),
    username: {
      long: 'user',
      aliases: [],
      placeholder: '<user>',
      help: 'User of the host: name, DOMAIN\\name or name@domain (HYPERV_USERNAME).',
    },
    password: { long: 'password', aliases: [], help: "User's password; better in HYPERV_PASSWORD." },
    osPasswordFile: { long: 'password-file' },
    osPasswordStdin: { long: 'password-stdin' },
    authType: { long: 'auth', aliases: [], help: 'How to log in: ntlm, basic or certificate (HYPERV_AUTH).' },
    cacert: { long: 'cacert', aliases: [], help: 'CA certificates that sign the hosts’ (HYPERV_CACERT).' },
    cert: { long: 'cert', aliases: [], help: 'Client certificate to log in with (HYPERV_CERT).' },
    key: { long: 'key', aliases: [], help: 'Key of the client certificate (HYPERV_KEY).' },
    timeout: { help: 'How long a host may take for one answer (HYPERV_TIMEOUT).' },
    debug: { help: 'Show each operation on stderr, without what is in it.' },
    sandbox: { help: 'Use the embedded hosts: no login, no network.' },
  },
  kinds: () => import('./kinds/hyperv.js'),
  login: {
    requirements: [],
    password: 'You must say the password: HYPERV_PASSWORD, --password-file, or at a terminal.',
    passwordPrompt: 'Password: ',
  },
  errors: { ...nova.errors, failure: (_, message) => message },
  help: nova.help,
  tables: cliffTables,
} satisfies ClassicClient;
