import { hostDescription } from '../shared/host-description.js';

export const about = { summary: 'Show details about a resource: a host, by project.' };

// By host and project, as the client of 2012 had it; its successor keeps the order of the server.
export default hostDescription('HOST');
