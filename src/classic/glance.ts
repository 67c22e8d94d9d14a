import type { ClassicClient } from './client.js';
import { sentenceOf } from './glance-errors.js';

/** `exc.py`: the class of each status, whose name is the message where the server gives none. */
const KINDS: Readonly<Record<number, string>> = {
  300: 'HTTPMultipleChoices',
  400: 'HTTPBadRequest',
  401: 'HTTPUnauthorized',
  403: 'HTTPForbidden',
  404: 'HTTPNotFound',
  405: 'HTTPMethodNotAllowed',
  409: 'HTTPConflict',
  413: 'HTTPOverLimit',
  500: 'HTTPInternalServerError',
  501: 'HTTPNotImplemented',
  502: 'HTTPBadGateway',
  503: 'HTTPServiceUnavailable',
};

/** python-glanceclient 4.1: `shell.py` main and HelpFormatter, `common/utils.py` print_list and print_dict, `exc.py`. */
export default {
  version: '4.1.0',
  missing: () => import('./missing/glance.js'),
  kinds: () => import('./kinds/glance.js'),
  service: 'image',
  env: {
    token: ['OS_AUTH_TOKEN', 'OS_TOKEN'],
    endpointOverride: ['OS_IMAGE_URL', 'OS_ENDPOINT_OVERRIDE'],
  },
  globals: {
    debug: { short: 'd', env: ['GLANCECLIENT_DEBUG'] },
    // The letters are those of its releases before 1.0.
    username: { short: 'I' },
    password: { short: 'K' },
    projectName: { short: 'T' },
    authUrl: { short: 'N' },
    region: { short: 'R' },
    token: { short: 'A', aliases: ['os-auth-token'] },
    endpointOverride: { short: 'U', long: 'os-image-url', aliases: ['os-endpoint-override', 'os-endpoint'] },
    getSchema: { kind: 'flag', help: 'Accepted for compatibility: no copies of schemas are kept.', hidden: true },
    force: { kind: 'flag', help: 'Accepted for compatibility: nothing is asked.', hidden: true, default: false },
    // Its -f is --force.
    format: { otherwise: 'force' },
  },
  login: {
    requirements: [
      { needs: 'user', sentence: 'You must provide a username via either --os-username or env[OS_USERNAME]' },
      {
        needs: 'password',
        sentence: 'You must provide a password via either --os-password, env[OS_PASSWORD], or prompted response',
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
        sentence: 'You must provide an auth url via either --os-auth-url or via env[OS_AUTH_URL]',
      },
    ],
    password: 'You must provide a password via either --os-password, env[OS_PASSWORD], or prompted response',
    passwordPrompt: 'OS Password: ',
  },
  errors: {
    failure: (_, message) => message,
    argparse: 'python3',
    helpWins: true,
    usagePrefix: 'program',
    usagePointsToHelp: false,
  },
  apiErrors: {
    image: {
      kind: (status) => [KINDS[status] ?? 'HTTPException', KINDS[status] ?? 'HTTPException'],
      sentence: sentenceOf,
    },
  },
  help: {
    sections: { arguments: 'Positional arguments', options: 'Options' },
    column: 24,
    showsAliases: false,
  },
  tables: {
    align: 'left',
    carriageReturn: 'escaped',
    list: { null: '', falsy: '', nested: 'python3', empty: 'head', sortBy: 'nothing' },
    show: {
      null: 'None',
      nested: 'json',
      titles: ['Property', 'Value'],
      sorted: true,
      wrap: 'columns',
      splitsEscapedNewlines: false,
    },
  },
} satisfies ClassicClient;
