import { argument } from '../../command/options.js';
import { updateAgent } from '../../services/compute/agents.js';
import { everyField } from '../shared/attributes.js';
import { showChange } from '../shared/show-changes.js';

export const about = { summary: 'Modify existing agent build.' };

export default showChange({
  openstack: 'compute agent set --agent-version {version} --url {url} --md5hash {md5hash} {id}',
  arguments: {
    id: argument('<id>', 'ID of the agent-build.'),
    version: argument('<version>', 'Version.'),
    url: argument('<url>', 'URL'),
    md5hash: argument('<md5hash>', 'MD5 hash.'),
  },
  run: ({ session, args: { id, ...build } }) => updateAgent(session, id, build),
  fields: everyField,
});
