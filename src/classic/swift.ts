import type { ApiErrorWords } from '../core/api-error-words.js';
import type { Settings } from '../core/settings.js';
import { pythonBytesRepr } from '../lib/python/bytes.js';
import type { ClassicClient, Requirement } from './client.js';
import { cliffTables } from './cliff.js';

/** `http.client.responses`, as far as swift answers so. */
const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Request Entity Too Large',
  416: 'Requested Range Not Satisfiable',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  498: 'Rate Limited',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  507: 'Insufficient Storage',
};

/** `exceptions.py` ClientException.__str__, and the line below it that main adds. */
const refusals = (otherwise: string): ApiErrorWords => ({
  kind: (status) => ['ClientException', REASONS[status] ?? ''],
  sentence: ({ what = otherwise, url, status, text, requestId }) => {
    const bytes = Buffer.from(text);
    const start = pythonBytesRepr(bytes.subarray(0, 60));
    const body =
      bytes.length === 0 ? '' : bytes.length <= 60 ? `   ${start}` : `  [first 60 chars of response] ${start}`;
    const reason = REASONS[status] ?? '';
    const said = `${what} failed: ${url} ${status}${reason === '' ? '' : ` ${reason}`}${body}`;
    return requestId === undefined ? said : `${said}\nFailed Transaction ID: ${requestId}`;
  },
});

/** `client.py` get_auth_keystone: what it makes of keystoneclient's exceptions, by their class. */
const LOGIN: Readonly<Record<string, (message: string) => string>> = {
  Unauthorized: () => 'Unauthorized. Check username/id, password, tenant name/id and user/tenant domain name/id.',
  EndpointNotFound: (message) => {
    const [, type = 'object-store'] = /endpoint for (\S+) service/.exec(message) ?? [];
    return `Endpoint for ${type} not found - have you specified a region?`;
  },
};

const OLDER = `Auth version 1.0 requires ST_AUTH, ST_USER, and ST_KEY environment variables
to be set or overridden with -A, -U, or -K.

Auth version 2.0 requires OS_AUTH_URL, OS_USERNAME, OS_PASSWORD, and
OS_TENANT_NAME OS_TENANT_ID to be set or overridden with --os-auth-url,
--os-username, --os-password, --os-tenant-name or os-tenant-id. Note:
adding "-V 2" is necessary for this.`;

const overV2: readonly Requirement[] = [
  { needs: 'auth url', sentence: OLDER },
  { needs: 'user', sentence: OLDER },
  { needs: 'password', sentence: OLDER },
  { needs: 'scope', sentence: 'No tenant specified' },
];

const overV3: readonly Requirement[] = [
  {
    needs: 'auth url',
    sentence: 'Auth version 3 requires OS_AUTH_URL to be set or overridden with --os-auth-url',
  },
  {
    needs: 'user',
    sentence:
      'Auth version 3 requires either OS_USERNAME or OS_USER_ID to be set or overridden with --os-username or ' +
      '--os-user-id respectively.',
  },
  {
    needs: 'password',
    sentence: 'Auth version 3 requires OS_PASSWORD to be set or overridden with --os-password',
  },
  { needs: 'scope', sentence: 'No project name or project id specified.' },
];

/** `shell.py` parse_args and `service.py` process_options: the version that is named, else 3 where any domain is. */
function requirements(settings: Settings): readonly Requirement[] {
  if (settings.authType === 'v1password') return [];
  const {
    identityApiVersion: version = '',
    userDomainId,
    userDomainName,
    projectDomainId,
    projectDomainName,
  } = settings;
  if (/^[23]/.test(version)) return version.startsWith('3') ? overV3 : overV2;
  return (userDomainId ?? userDomainName ?? projectDomainId ?? projectDomainName) === undefined ? overV2 : overV3;
}

/**
 * python-swiftclient 4.1: `shell.py` main, parse_args and add_default_args, `multithreading.py` OutputManager. Printf lines
 * everywhere; where a table is asked for (`-c`), it is openstackclient's.
 */
export default {
  version: '4.1.0',
  versionLine: 'python-swiftclient 4.1.0',
  missing: () => import('./missing/swift.js'),
  kinds: () => import('./kinds/swift.js'),
  service: 'object-store',
  env: {
    v1AuthUrl: ['ST_AUTH'],
    v1User: ['ST_USER'],
    v1Key: ['ST_KEY'],
    identityApiVersion: ['ST_AUTH_VERSION', 'OS_AUTH_VERSION', 'OS_IDENTITY_API_VERSION'],
    endpointOverride: ['OS_STORAGE_URL'],
    serviceType: ['OS_SERVICE_TYPE'],
    token: ['OS_AUTH_TOKEN', 'OS_TOKEN'],
    insecure: ['SWIFTCLIENT_INSECURE'],
  },
  globals: {
    v1AuthUrl: {
      kind: 'text',
      long: 'auth',
      short: 'A',
      placeholder: '<auth_url>',
      help: 'URL for obtaining an auth token.',
    },
    v1User: {
      kind: 'text',
      long: 'user',
      short: 'U',
      placeholder: '<username>',
      help: 'User name for obtaining an auth token.',
    },
    v1Key: {
      kind: 'text',
      long: 'key',
      short: 'K',
      placeholder: '<api_key>',
      help: 'Key for obtaining an auth token.',
    },
    v1Snet: {
      kind: 'flag',
      long: 'snet',
      short: 's',
      help: 'Use the internal network of the object store: the host of its URL with snet- before it. Only with its own login.',
      default: false,
    },
    identityApiVersion: {
      short: 'V',
      aliases: ['auth-version'],
      help: 'Version of the login: 1.0, 2.0 or 3.',
    },
    endpointOverride: { long: 'os-storage-url', aliases: ['os-endpoint-override', 'endpoint-override', 'bypass-url'] },
    serviceType: { long: 'os-service-type', aliases: ['service-type'] },
    timeout: { short: 'T' },
    retries: { short: 'R' },
    osPasswordStdin: { aliases: ['prompt'] },
    help: { aliases: ['os-help'] },
    info: { kind: 'flag', help: 'Accepted for compatibility.', hidden: true, default: false },
    noSslCompression: { kind: 'flag', help: 'Accepted for compatibility.', hidden: true, default: false },
    forceAuthRetry: { kind: 'flag', help: 'Accepted for compatibility.', hidden: true, default: false },
  },
  login: { requirements, password: OLDER },
  errors: {
    failure: (name, message) => LOGIN[name]?.(message) ?? message,
    argparse: 'python3',
    usagePrefix: 'program alone',
    usagePointsToHelp: false,
    showsWholeHelp: true,
    unknownCommand: (word) => `no such command: ${word}`,
  },
  apiErrors: { 'object-store': refusals('Request'), 'object-store login': refusals('Auth GET') },
  help: {
    sections: { arguments: 'Positional arguments', options: 'Optional arguments' },
    column: 24,
    showsAliases: false,
  },
  tables: { ...cliffTables, show: { ...cliffTables.show, asLines: true } },
} satisfies ClassicClient;
