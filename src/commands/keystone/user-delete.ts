import { removeOf } from '../shared/identity-commands.js';

export const about = { summary: 'Delete user.' };

export default removeOf('user', 'user delete');
