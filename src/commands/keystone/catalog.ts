import { sections } from '../../command/define.js';
import { text } from '../../command/options.js';
import { catalogEntries } from '../../services/identity/catalog.js';

export const about = { summary: 'List service catalog, possibly filtered by service.' };

export default sections({
  openstack: ['catalog show {service}', 'catalog list'],
  options: { service: text('<service-type>', 'Service type to return.') },
  parts: async function* ({ session, options }) {
    for (const [type, entries] of await catalogEntries(session, options.service || undefined)) {
      for (const [index, entry] of entries.entries()) {
        const fields = Object.entries(entry).map(([name, value]) => ({ name, value }));
        const view = { kind: 'show', fields } as const;
        yield { title: type, view, ...(index === 0 ? { header: `Service: ${type}` } : {}) };
      }
    }
  },
});
