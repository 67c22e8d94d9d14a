import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { createAgent } from '../../services/compute/agents.js';
import { needed } from '../shared/manage-arguments.js';

export const about = { name: 'agent create', summary: 'Create a new build of a guest agent.' };

export default act({
  openstack: 'compute agent create {os} {architecture} {version} {url} {md5hash} {hypervisor}',
  options: {
    os: text('<os>', 'Operating system.'),
    architecture: text('<architecture>', 'CPU architecture.'),
    version: text('<version>', 'Version.'),
    url: text('<url>', 'URL.'),
    md5hash: text('<md5hash>', 'MD5 hash.', { long: 'md5hash' }),
    hypervisor: text('<hypervisor>', 'Hypervisor (default xen).'),
  },
  targets: ({ options }) => [needed('--os', options.os)],
  run: ({ session, options: { architecture, version, url, md5hash, hypervisor = 'xen' } }, os) => {
    const of = { os, architecture: needed('--architecture', architecture), hypervisor };
    const what = { version: needed('--version', version), url: needed('--url', url) };
    return createAgent(session, { ...of, ...what, md5hash: needed('--md5hash', md5hash) });
  },
});
