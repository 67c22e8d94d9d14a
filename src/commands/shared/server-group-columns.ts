import type { ColumnSpec } from '../../command/columns.js';
import type { Json } from '../../lib/read.js';
import { attribute } from './attributes.js';

/** The table of server groups (novaclient v2/shell.py, _print_server_group_details). */
export const serverGroupColumns: Readonly<Record<string, ColumnSpec<Json, unknown>>> = {
  id: attribute('Id'),
  name: attribute('Name'),
  project: { ...attribute('Project Id'), since: '2.13' },
  user: { ...attribute('User Id'), since: '2.13' },
  policies: { ...attribute('Policies'), until: '2.64' },
  policy: { ...attribute('Policy'), since: '2.64' },
  rules: { ...attribute('Rules'), since: '2.64' },
  members: attribute('Members'),
  metadata: { ...attribute('Metadata'), until: '2.64' },
};
