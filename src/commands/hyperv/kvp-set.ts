import { setItem } from '../shared/hyperv-kvp.js';

export const about = { name: 'kvp set', summary: 'Hand an item to a guest.' };

export default setItem;
