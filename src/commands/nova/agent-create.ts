import { argument } from '../../command/options.js';
import { createAgent } from '../../services/compute/agents.js';
import { everyField } from '../shared/attributes.js';
import { showChange } from '../shared/show-changes.js';

export const about = { summary: 'Create new agent build.' };

export default showChange({
  openstack: 'compute agent create {os} {architecture} {version} {url} {md5hash} {hypervisor}',
  arguments: {
    os: argument('<os>', 'Type of OS.'),
    architecture: argument('<architecture>', 'Type of architecture.'),
    version: argument('<version>', 'Version.'),
    url: argument('<url>', 'URL.'),
    md5hash: argument('<md5hash>', 'MD5 hash.'),
    hypervisor: argument('<hypervisor>', 'Type of hypervisor.'),
  },
  run: ({ session, args }) => createAgent(session, args),
  fields: everyField,
  creates: 'agent',
});
