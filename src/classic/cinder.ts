import { Failure, UsageError } from '../core/errors.js';
import { volumeVersion } from '../core/volume-version.js';
import type { ClassicClient } from './client.js';

/** `exceptions.py`: the class and the message of each status. */
const KINDS: Readonly<Record<number, readonly [name: string, message: string]>> = {
  400: ['BadRequest', 'Bad request'],
  401: ['Unauthorized', 'Unauthorized'],
  403: ['Forbidden', 'Forbidden'],
  404: ['NotFound', 'Not found'],
  406: ['NotAcceptable', 'Not Acceptable'],
  413: ['OverLimit', 'Over limit'],
  501: ['HTTPNotImplemented', 'Not Implemented'],
};

/**
 * python-cinderclient 9.1, and what its releases since 2012 had before it: `shell.py` main, CinderClientArgumentParser.error
 * and OpenStackHelpFormatter, `utils.py` print_list and print_dict.
 */
export default {
  version: '9.1.0',
  missing: () => import('./missing/cinder.js'),
  kinds: () => import('./kinds/cinder.js'),
  service: 'volume',
  serviceTypes: {
    setting: 'volumeApiVersion',
    byMajor: { 1: 'volume', 2: 'volumev2', 3: 'volumev3' },
    otherwise: 'volumev3',
  },
  versions: {
    microversionsOf: 'volume',
    asked: ({ volumeApiVersion }) => volumeVersion(volumeApiVersion),
    unknownCommand: (verb) => new UsageError(`argument <subcommand>: invalid choice: '${verb}'`),
    unknownOption: (option, since) =>
      new Failure(`'${option}' argument is only allowed since microversion ${since}.`, {
        name: 'UnsupportedAttribute',
      }),
  },
  env: {
    username: ['OS_USERNAME', 'CINDER_USERNAME'],
    password: ['OS_PASSWORD', 'CINDER_PASSWORD'],
    projectName: ['OS_PROJECT_NAME', 'OS_TENANT_NAME', 'CINDER_PROJECT_ID'],
    projectId: ['OS_PROJECT_ID', 'OS_TENANT_ID', 'CINDER_TENANT_ID'],
    authUrl: ['OS_AUTH_URL', 'CINDER_URL'],
    region: ['OS_REGION_NAME', 'CINDER_REGION_NAME'],
    interface: ['CINDER_ENDPOINT_TYPE', 'OS_ENDPOINT_TYPE', 'OS_INTERFACE'],
    endpointOverride: ['CINDER_ENDPOINT'],
    serviceName: ['CINDER_SERVICE_NAME', 'CINDER_VOLUME_SERVICE_NAME'],
    insecure: ['CINDERCLIENT_INSECURE'],
  },
  globals: {
    debug: { short: 'd', env: ['CINDERCLIENT_DEBUG'] },
    endpointOverride: { aliases: ['endpoint-override', 'bypass-url', 'os-endpoint'] },
    serviceName: { aliases: ['volume-service-name'] },
    osAuthStrategy: { kind: 'text', placeholder: '<strategy>', help: 'Accepted for compatibility.', hidden: true },
  },
  login: {
    requirements: [
      {
        needs: 'password',
        sentence: 'You must provide a password through --os-password, env[OS_PASSWORD] or, prompted response.',
      },
      {
        needs: 'scope',
        sentence:
          'You must provide a project_id or project_name (with project_domain_name or project_domain_id) via ' +
          '  --os-project-id (env[OS_PROJECT_ID])  --os-project-name (env[OS_PROJECT_NAME]),' +
          '  --os-project-domain-id (env[OS_PROJECT_DOMAIN_ID])' +
          '  --os-project-domain-name (env[OS_PROJECT_DOMAIN_NAME])',
      },
      {
        needs: 'auth url',
        sentence: 'You must provide an authentication URL through --os-auth-url or env[OS_AUTH_URL].',
      },
      { needs: 'user', sentence: 'You must provide a username via either --os-username or env[OS_USERNAME]' },
    ],
    password: 'You must provide a password through --os-password, env[OS_PASSWORD] or, prompted response.',
    passwordPrompt: 'OS Password: ',
  },
  errors: {
    failure: (_, message) => `ERROR: ${message}`,
    argparse: 'python3',
    helpWins: true,
    usagePrefix: 'none',
    usagePointsToHelp: true,
  },
  apiErrors: { volume: { kind: (status) => KINDS[status] ?? ['ClientException', 'Unknown Error'] } },
  help: {
    sections: { arguments: 'Positional Arguments', options: 'Options' },
    column: 24,
    // They are deprecated spellings, which it keeps to itself.
    showsAliases: false,
  },
  tables: {
    align: 'left',
    carriageReturn: 'blank',
    list: { null: '-', absent: '', nested: 'python3', empty: 'head', sortBy: 'first column' },
    show: {
      null: 'None',
      nested: 'python3',
      titles: ['Property', 'Value'],
      sorted: true,
      wrap: 'characters',
      splitsEscapedNewlines: false,
    },
  },
} satisfies ClassicClient;
