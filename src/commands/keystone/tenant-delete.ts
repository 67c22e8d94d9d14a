import { removeOf } from '../shared/identity-commands.js';

export const about = { summary: 'Delete tenant.' };

export default removeOf('tenant', 'project delete');
