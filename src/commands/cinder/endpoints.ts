import { sections } from '../../command/define.js';
import { catalogServices } from '../../services/identity/login.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Discovers endpoints registered by authentication service.' };

/** Of each service its first endpoint, as cinderclient did up to 3.x (v1/shell.py, v2/shell.py do_endpoints). */
export default sections({
  openstack: 'catalog list',
  parts: async function* ({ session }) {
    for (const { name, endpoints } of await catalogServices(session)) {
      const [first] = endpoints;
      if (first === undefined) continue;
      yield { title: name, view: { kind: 'show', titles: [name, 'Value'], fields: everyField(first) } };
    }
  },
});
