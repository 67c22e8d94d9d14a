import { list } from '../../command/define.js';
import { discover } from '../../services/identity/discovery.js';

export const about = { summary: 'Discover Keystone servers, supported API versions and extensions.' };

export default list({
  openstack: 'versions show --service identity',
  login: false,
  rows: ({ session }) => discover(session),
  columns: {
    foundAt: { title: 'found_at', value: (version) => version.foundAt },
    id: { title: 'id', value: (version) => version.id },
    status: { title: 'status', value: (version) => version.status },
    url: { title: 'url', value: (version) => version.url },
    extension: { title: 'extension', value: (version) => version.extension?.key },
    name: { title: 'name', value: (version) => version.extension?.name },
  },
  lines: {
    line: ([foundAt, id, status, url, extension, name], above) =>
      [
        ...(above === undefined ? [`Keystone found at ${foundAt}`] : []),
        ...(above?.[1] === id ? [] : [`    - supports version ${id} (${status}) here ${url}`]),
        ...(extension ? [`        - and ${extension}: ${name}`] : []),
      ].join('\n'),
    empty: 'No Keystone-compatible endpoint found',
  },
});
