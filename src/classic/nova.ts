import type { ClassicClient } from './client.js';

/** `exceptions.py`: the class and the message of each status. */
const exceptions = (): Readonly<Record<number, readonly [name: string, message: string]>> => ({
  400: ['BadRequest', 'Bad request'],
  401: ['Unauthorized', 'Unauthorized'],
  403: ['Forbidden', 'Forbidden'],
  404: ['NotFound', 'Not found'],
  405: ['MethodNotAllowed', 'Method Not Allowed'],
  406: ['NotAcceptable', 'Not Acceptable'],
  409: ['Conflict', 'Conflict'],
  413: ['OverLimit', 'Over limit'],
  429: ['RateLimit', 'Rate limit'],
  501: ['HTTPNotImplemented', 'Not Implemented'],
});

/**
 * python-novaclient 18: `shell.py` main, NovaClientArgumentParser.error and OpenStackHelpFormatter, `utils.py` print_list
 * and print_dict.
 */
export default {
  version: '18.1.0',
  service: 'compute',
  env: {
    username: ['OS_USERNAME', 'NOVA_USERNAME'],
    password: ['OS_PASSWORD', 'NOVA_PASSWORD'],
    projectName: ['OS_PROJECT_NAME', 'OS_TENANT_NAME', 'NOVA_PROJECT_ID'],
    authUrl: ['OS_AUTH_URL', 'NOVA_URL'],
    region: ['OS_REGION_NAME', 'NOVA_REGION_NAME'],
    interface: ['NOVA_ENDPOINT_TYPE', 'OS_ENDPOINT_TYPE', 'OS_INTERFACE'],
    endpointOverride: ['OS_ENDPOINT_OVERRIDE', 'NOVACLIENT_ENDPOINT_OVERRIDE', 'NOVACLIENT_BYPASS_URL'],
    serviceName: ['NOVA_SERVICE_NAME'],
    insecure: ['NOVACLIENT_INSECURE'],
  },
  kinds: () => import('./kinds/nova.js'),
  login: {
    requirements: [
      {
        needs: 'user',
        sentence:
          'You must provide a user name/id (via --os-username, --os-user-id, env[OS_USERNAME] or env[OS_USER_ID]) or ' +
          'an auth token (via --os-token).',
      },
      {
        needs: 'scope',
        sentence:
          'You must provide a project name or project ID via --os-project-name, --os-project-id, env[OS_PROJECT_ID] or ' +
          'env[OS_PROJECT_NAME]. You may use os-project and os-tenant interchangeably.',
      },
      {
        needs: 'auth url',
        sentence: 'You must provide an auth url via either --os-auth-url or env[OS_AUTH_URL].',
      },
    ],
    password: 'Expecting a password provided via either --os-password, env[OS_PASSWORD], or prompted response',
    passwordPrompt: 'OS Password: ',
  },
  errors: {
    failure: (name, message) => `ERROR (${name}): ${message}`,
    argparse: 'python3',
    helpWins: true,
    usagePrefix: 'none',
    usagePointsToHelp: true,
  },
  apiErrors: { compute: { kind: (status) => exceptions()[status] ?? ['ClientException', 'Unknown Error'] } },
  help: {
    sections: { arguments: 'Positional arguments', options: 'Options' },
    column: 32,
    // They are deprecated spellings, which it keeps to itself.
    showsAliases: false,
  },
  tables: {
    align: 'left',
    carriageReturn: 'dropped',
    list: { null: '-', nested: 'python3', numbersAreText: true, empty: 'head', sortBy: 'nothing' },
    show: {
      null: '-',
      nested: 'json',
      titles: ['Property', 'Value'],
      sorted: true,
      wrap: 'words',
      splitsEscapedNewlines: true,
    },
  },
} satisfies ClassicClient;
