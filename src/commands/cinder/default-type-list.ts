import { sections } from '../../command/define.js';
import { text } from '../../command/options.js';
import { listOf, objectOf } from '../../services/answer.js';
import { idOf } from '../../services/identity/named.js';
import { rootUrl } from '../../services/volume/api.js';
import { everyField, tableOf } from '../shared/attributes.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'Lists all default volume types.' };

export default sections({
  openstack: 'volume type list --default',
  apiVersion: '3.62',
  options: {
    // `projectId` is that of the login.
    ofProject: text('<project_id>', 'ID of project for which to show the default type.', { long: 'project-id' }),
  },
  parts: async function* ({ session, options: { ofProject } }) {
    const project = await idOf(session, 'tenant', ofProject);
    const at = `${await rootUrl(session)}/v3`;
    const call = { service: 'volume', at, path: '/default-types' };
    if (project === undefined) {
      const types = await listOf(session, call, 'default_types');
      yield { title: 'default_types', view: tableOf(columns('Volume Type ID', 'Project ID'), types) };
      return;
    }
    const path = `${call.path}/${encodeURIComponent(project)}`;
    const fields = everyField(await objectOf(session, { ...call, path }, 'default_type'));
    yield { title: 'default_type', view: { kind: 'show', fields } };
  },
});
