import { USER_DATA_KEY } from '../../hyperv/kvp.js';
import { deleteItemOf } from '../shared/hyperv-kvp.js';

export const about = { name: 'userdata delete', summary: 'Take the user data of a guest back.' };

export default deleteItemOf(USER_DATA_KEY);
