import type { ClassicClient } from './client.js';
import { cliffTables } from './cliff.js';

/** Our own commands: tables as openstackclient has them. */
export default { tables: cliffTables } satisfies ClassicClient;
