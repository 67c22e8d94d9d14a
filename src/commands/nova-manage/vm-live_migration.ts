import { vmMigration } from '../shared/vm-migration.js';

export const about = { name: 'vm live_migration', summary: 'Migrate a running instance to a new machine.' };

export default vmMigration('server migrate --live-migration {dest:--host} {server:}', false);
