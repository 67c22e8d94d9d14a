import type { ColumnSpec } from '../../command/columns.js';
import type { Json } from '../../lib/read.js';
import { attribute, cellText } from './attributes.js';

const EPHEMERAL = 'OS-FLV-EXT-DATA:ephemeral';
const PUBLIC = 'os-flavor-access:is_public';

/** The table of flavors, without what only a newer API tells (novaclient v2/shell.py, _print_flavor_list). */
export const flavorColumns: Readonly<Record<string, ColumnSpec<Json, unknown>>> = {
  id: attribute('ID'),
  name: attribute('Name'),
  memory: attribute('Memory_MiB', 'ram'),
  disk: attribute('Disk'),
  ephemeral: { ...attribute('Ephemeral', EPHEMERAL), text: (flavor) => cellText(flavor[EPHEMERAL], 'N/A') },
  swap: attribute('Swap'),
  vcpus: attribute('VCPUs'),
  factor: attribute('RXTX_Factor'),
  isPublic: { ...attribute('Is_Public', PUBLIC), text: (flavor) => cellText(flavor[PUBLIC], 'N/A') },
};

export const flavorDescription: ColumnSpec<Json, unknown> = { ...attribute('Description'), since: '2.55' };
