import { sections } from '../../command/define.js';
import { catalogServices } from '../../services/identity/login.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Discover endpoints that get returned from the authenticate services.' };

export default sections({
  openstack: 'catalog list',
  parts: async function* ({ session }) {
    for (const { name, endpoints, elsewhere } of await catalogServices(session)) {
      const region = session.settings.region ?? 'None';
      const above = `WARNING: ${name} has no endpoint in ${region}! Available endpoints for this service:`;
      for (const [index, endpoint] of endpoints.entries()) {
        const view = { kind: 'show', titles: [name, 'Value'], fields: everyField(endpoint) } as const;
        yield { title: name, view, ...(elsewhere && index === 0 ? { header: above } : {}) };
      }
    }
  },
});
