import { python2Order } from '../lib/python/dict-order.js';
import type { ClassicClient } from './client.js';
import { cliffTables } from './cliff.js';
import neutron from './neutron.js';

/**
 * python-quantumclient 2.2.1, what neutronclient was called until 2013: a program of cliff 1.3 and Python 2 (`shell.py`
 * QuantumShell, `common/exceptions.py`, `v2_0/client.py` exception_handler_v20).
 */
export default {
  version: '2.2.1',
  service: 'network',
  env: {
    endpointOverride: ['OS_URL'],
    insecure: ['QUANTUMCLIENT_INSECURE'],
  },
  // `client.py` url_for: it asks for no other endpoint.
  defaults: { interface: 'admin' },
  globals: {
    endpointOverride: { aliases: ['endpoint-override', 'os-url'] },
    osAuthStrategy: neutron.globals.osAuthStrategy,
  },
  missing: neutron.missing,
  kinds: neutron.kinds,
  takesIdleOptions: true,
  login: {
    requirements: [
      { needs: 'user', sentence: 'You must provide a username via either --os-username or env[OS_USERNAME]' },
      { needs: 'password', sentence: 'You must provide a password via either --os-password or env[OS_PASSWORD]' },
      {
        needs: 'scope',
        sentence: 'You must provide a tenant_name via either --os-tenant-name or via env[OS_TENANT_NAME]',
      },
      { needs: 'auth url', sentence: 'You must provide an auth url via either --os-auth-url or via env[OS_AUTH_URL]' },
    ],
    password: 'You must provide a password via either --os-password or env[OS_PASSWORD]',
  },
  errors: {
    // `v2_0/__init__.py` _find_resourceid_by_name
    failure: (_, message) => message.replace(/^(Unable to find \S+ with name) or id (?=')/, '$1 '),
    argparse: 'python2',
    helpWins: true,
    helpOnAnything: true,
    usagePrefix: 'program',
    usagePointsToHelp: false,
    unknownCommand: (word, following) => {
      const option = following.find((one) => one.startsWith('-'));
      if (option !== undefined) return `Invalid command '${option}'`;
      return `Unknown command [${[word, ...following].map((one) => `'${one}'`).join(', ')}]`;
    },
  },
  apiErrors: {
    network: {
      ...neutron.apiErrors.network,
      // What it prints has no request id.
      sentence: ({ message }) => message,
    },
  },
  help: {
    sections: { arguments: 'positional arguments', options: 'optional arguments' },
    column: 24,
    commandsTitle: 'Commands for API v2.0',
    showsAliases: false,
    formatters: () => import('./cliff-1-help.js'),
  },
  tables: {
    ...cliffTables,
    carriageReturn: 'escaped',
    unknownColumns: 'passed over',
    early: true,
    csvLineEnd: '\r\n',
    list: { ...cliffTables.list, null: '', nested: 'python2' },
    show: { ...cliffTables.show, null: '', nullPlain: '', nested: 'lines', order: python2Order },
  },
} satisfies ClassicClient;
