import type { ClassicClient } from './client.js';
import { cliffTables } from './cliff.js';

/** Exceptions of `neutronclient/common/exceptions.py` by status. */
const KINDS: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
};

/** `<br />` and blanks before them, at the end of what WebOb writes. */
function withoutBreaks(message: string): string {
  let text = message;
  while (text.endsWith('<br />')) text = text.slice(0, -'<br />'.length).trimEnd();
  return text;
}

/** python-neutronclient 8.1, a program of cliff 4: `shell.py` NeutronShell, `v2_0/client.py` exception_handler_v20. */
export default {
  version: '8.1.0',
  service: 'network',
  env: {
    endpointOverride: ['OS_URL'],
    serviceType: ['OS_NETWORK_SERVICE_TYPE'],
    insecure: ['NEUTRONCLIENT_INSECURE'],
    timeout: ['OS_NETWORK_TIMEOUT'],
  },
  globals: {
    endpointOverride: { aliases: ['endpoint-override', 'os-url'] },
    serviceType: { long: 'os-service-type', aliases: ['service-type'] },
    timeout: { aliases: ['http-timeout'] },
    retries: { short: 'r' },
    maxWidth: { env: ['CLIFF_MAX_TERM_WIDTH'] },
    fitWidth: { env: ['CLIFF_FIT_WIDTH'] },
    osAuthStrategy: {
      kind: 'text',
      placeholder: '<auth-strategy>',
      help: 'Accepted for compatibility.',
      hidden: true,
    },
  },
  missing: () => import('./missing/neutron.js'),
  kinds: () => import('./kinds/neutron.js'),
  abbreviates: true,
  takesIdleOptions: true,
  login: {
    requirements: [
      { needs: 'auth url', sentence: 'Auth plugin requires parameters which were not given: auth_url' },
      { needs: 'user', sentence: 'Set a user with --os-username, OS_USERNAME, or a token with --os-token.' },
    ],
    password: 'Set a password with --os-password or OS_PASSWORD.',
    passwordPrompt: 'Password: ',
  },
  errors: {
    failure: (_, message) => message,
    argparse: 'python3',
    helpWins: true,
    helpOnAnything: true,
    usagePrefix: 'program',
    usagePointsToHelp: true,
    unknownCommand: (word, following) =>
      `Unknown command [${[word, ...following].map((one) => `'${one}'`).join(', ')}]`,
  },
  apiErrors: {
    network: {
      kind: (status) => [KINDS[status] ?? 'NeutronClientException', 'An unknown exception occurred.'],
      sentence: ({ message, requestId }) =>
        withoutBreaks(message) +
        (requestId === undefined ? '' : `\nNeutron server returns request_ids: ['${requestId}']`),
    },
  },
  help: {
    sections: { arguments: 'positional arguments', options: 'options' },
    column: 24,
    commandsTitle: 'Commands for API v2.0',
    showsAliases: false,
    formatters: () => import('./cliff-help.js'),
  },
  tables: {
    ...cliffTables,
    unknownColumns: 'passed over',
    list: { ...cliffTables.list, null: '', nestedPlain: 'python3' },
    show: { ...cliffTables.show, null: '', nested: 'lines', nestedPlain: 'python3' },
  },
} satisfies ClassicClient;
