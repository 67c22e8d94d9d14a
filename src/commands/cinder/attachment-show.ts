import { sections } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { isRecord } from '../../lib/read.js';
import { getOne } from '../../services/resource.js';
import { attachments } from '../../services/volume/resources.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Show detailed information for attachment.' };

export default sections({
  openstack: 'volume attachment show',
  apiVersion: '3.27',
  arguments: { attachment: argument('<attachment>', 'ID of attachment.') },
  parts: async function* ({ session, args }) {
    const { connection_info: connection, ...attachment } = await getOne(session, attachments, args.attachment);
    yield { title: 'attachment', view: { kind: 'show', fields: everyField(attachment) } };
    if (!isRecord(connection) || Object.keys(connection).length === 0) return;
    yield { title: 'connection_info', view: { kind: 'show', fields: everyField(connection) } };
  },
});
