import { vmMigration } from '../shared/vm-migration.js';

export const about = {
  name: 'vm block_migration',
  summary: 'Migrate a running instance to a new machine with storage data.',
};

export default vmMigration('server migrate --live-migration --block-migration {dest:--host} {server:}', true);
