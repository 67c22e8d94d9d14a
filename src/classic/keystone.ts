import type { ClassicClient } from './client.js';

/**
 * python-keystoneclient 2.3.2, the last one with a command line, a program of Python 2: `shell.py` main and
 * OpenStackHelpFormatter, `utils.py` print_list and print_dict, of whose tables PrettyTable centres everything.
 */
export default {
  version: '2.3.2',
  service: 'identity',
  env: {
    serviceToken: ['OS_SERVICE_TOKEN', 'SERVICE_TOKEN'],
    serviceEndpoint: ['OS_SERVICE_ENDPOINT', 'SERVICE_ENDPOINT'],
    identityApiVersion: ['OS_IDENTITY_API_VERSION', 'KEYSTONE_VERSION'],
  },
  globals: {
    // Here --os-token is the admin token, and --os-endpoint goes with it.
    serviceToken: {
      long: 'os-token',
      aliases: ['os-service-token', 'token'],
      help: 'The admin token, with --os-endpoint: no login.',
    },
    serviceEndpoint: { long: 'os-endpoint', aliases: ['os-service-endpoint', 'endpoint'] },
    token: { long: 'os-auth-token', aliases: [] },
    // --endpoint-type is an option of some of its commands.
    interface: { aliases: ['os-interface'] },
    noCache: { aliases: ['no-caching', 'force-new-token'] },
    staleDuration: { kind: 'integer', placeholder: '<seconds>', help: 'Accepted for compatibility.', hidden: true },
  },
  kinds: () => import('./kinds/keystone.js'),
  login: {
    requirements: [
      { needs: 'auth url', sentence: 'Expecting an auth URL via either --os-auth-url or env[OS_AUTH_URL]' },
      {
        needs: 'user',
        beside: 'password',
        sentence: 'Expecting a username provided via either --os-username or env[OS_USERNAME]',
      },
      {
        needs: 'user',
        sentence:
          'Expecting authentication method via' +
          '\n  either a service token, --os-token or env[OS_SERVICE_TOKEN], ' +
          '\n  credentials, --os-username or env[OS_USERNAME]',
      },
    ],
    alone: {
      serviceToken: 'Expecting an endpoint provided via either --os-endpoint or env[OS_SERVICE_ENDPOINT]',
      serviceEndpoint: 'Expecting a token provided via either --os-token or env[OS_SERVICE_TOKEN]',
    },
    password: 'Expecting a password provided via either --os-password, env[OS_PASSWORD], or prompted response',
    passwordPrompt: 'OS Password: ',
  },
  errors: {
    failure: (_, message) => message,
    argparse: 'python2',
    helpWins: true,
    usagePrefix: 'program',
    usagePointsToHelp: false,
  },
  help: { sections: { arguments: 'Arguments', options: 'Arguments' }, column: 24, showsAliases: true },
  tables: {
    align: 'centre',
    carriageReturn: 'escaped',
    list: { null: '', nested: 'python2', empty: 'blank line', sortBy: 'first column' },
    show: {
      null: '',
      nested: 'python2',
      titles: ['Property', 'Value'],
      sorted: true,
      wrap: 'characters',
      splitsEscapedNewlines: false,
    },
  },
} satisfies ClassicClient;
