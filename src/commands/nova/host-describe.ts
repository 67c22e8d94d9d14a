import { hostDescription } from '../shared/host-description.js';

export const about = { summary: 'Describe a specific host.' };

export default hostDescription();
