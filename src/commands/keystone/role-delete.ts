import { removeOf } from '../shared/identity-commands.js';

export const about = { summary: 'Delete role.' };

export default removeOf('role', 'role delete');
