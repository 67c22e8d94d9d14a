import { sections } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { asRecord } from '../../lib/read.js';
import { wholeOf } from '../../services/answer.js';
import { everyField } from '../shared/attributes.js';
import { fieldsOf } from '../shared/volume-columns.js';

export const about = { summary: 'Show backend volume stats and properties. Admin only.' };

export default sections({
  openstack: 'volume backend capability show',
  arguments: {
    host: argument(
      '<host>',
      'Cinder host to show backend volume stats and properties; takes the form: host@backend-name',
    ),
  },
  parts: async function* ({ session, args }) {
    // Pools have none of their own: cinderclient leaves a pool away, too, as what a URL is followed by.
    const call = { service: 'volume', path: `/capabilities/${encodeURIComponent(args.host.replace(/#.*/s, ''))}` };
    const { properties, ...stats } = await wholeOf(session, call, 'capabilities', 'properties');
    const all = asRecord(properties);
    yield { title: 'stats', view: { kind: 'show', titles: ['Volume stats', 'Value'], fields: everyField(stats) } };
    const fields = fieldsOf(all, Object.keys(all));
    yield { title: 'properties', view: { kind: 'show', titles: ['Backend properties', 'Value'], fields } };
  },
});
