import { USER_DATA_KEY } from '../../hyperv/kvp.js';
import { setItemOf } from '../shared/hyperv-kvp.js';

export const about = { name: 'userdata set', summary: 'Hand user data to a guest, under the key of CloudStack.' };

export default setItemOf(USER_DATA_KEY);
