import { version } from '../lib/version.js';
import type { ClassicClient } from './client.js';
import { cliffTables } from './cliff.js';
import nova from './nova.js';

/** Our own commands: tables as openstackclient has them, command lines as nova takes them. */
export default {
  version,
  service: 'compute',
  env: nova.env,
  login: {
    ...nova.login,
    // Our own commands show what a login has, and one without a project has something, too.
    requirements: nova.login.requirements.filter(({ needs }) => needs !== 'scope'),
  },
  errors: { ...nova.errors, failure: (_, message) => message },
  apiErrors: nova.apiErrors,
  help: nova.help,
  tables: cliffTables,
} satisfies ClassicClient;
