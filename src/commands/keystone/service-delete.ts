import { removeOf } from '../shared/identity-commands.js';

export const about = { summary: 'Delete service from Service Catalog.' };

export default removeOf('service', 'service delete');
