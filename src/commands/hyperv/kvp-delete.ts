import { deleteItem } from '../shared/hyperv-kvp.js';

export const about = { name: 'kvp delete', summary: 'Take an item back that a host hands to a guest.' };

export default deleteItem;
