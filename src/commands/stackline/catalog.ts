import { list } from '../../command/define.js';

export const about = { summary: 'List where the services are.' };

/** One row for each URL, as the services are in the catalogue; all regions. */
export default list({
  openstack: 'catalog list',
  rows: async function* ({ session }) {
    yield (await session.accessInfo()).catalog;
  },
  columns: {
    type: { title: 'type', value: (endpoint) => endpoint.type },
    name: { title: 'name', value: (endpoint) => endpoint.name, text: ({ name }) => name ?? '' },
    region: { title: 'region', value: (endpoint) => endpoint.region, text: ({ region }) => region ?? '' },
    interface: { title: 'interface', value: (endpoint) => endpoint.interface },
    url: { title: 'url', value: (endpoint) => endpoint.url },
  },
});
