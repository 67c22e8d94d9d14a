import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { printf } from '../../lib/python/percent-format.js';
import { listAgents } from '../../services/compute/agents.js';
import { whereServed } from '../../services/unserved.js';

export const about = { name: 'agent list', summary: 'Show the builds of guest agents.' };

const build = printf('%-10s  %-8s  %12s  %s');
const rule = build(['-'.repeat(10), '-'.repeat(8), '-'.repeat(12), '-'.repeat(32)]);

export default list({
  openstack: 'compute agent list {hypervisor:--hypervisor}',
  options: { hypervisor: text('<hypervisor>', 'Only the agents for this hypervisor.', { isWord: true }) },
  rows: ({ session, options }) =>
    whereServed(
      listAgents(session, options.hypervisor),
      "This cloud's compute API has no builds of agents: they went with Xen, in Victoria.",
    ),
  columns: {
    hypervisor: { title: 'hypervisor', value: (agent) => agent.hypervisor },
    os: { title: 'os', value: (agent) => agent.os },
    architecture: { title: 'architecture', value: (agent) => agent.architecture },
    version: { title: 'version', value: (agent) => agent.version },
    md5hash: { title: 'md5hash', value: (agent) => agent.md5hash },
    url: { title: 'url', value: (agent) => agent.url },
  },
  lines: {
    line: (cells, above) => {
      const [hypervisor, os = '', architecture = '', version = '', md5hash = '', url] = cells;
      const lines = `${build([os, architecture, version, md5hash])}\n    ${url}`;
      if (hypervisor === above?.[0]) return lines;
      return `${above === undefined ? '' : '\n'}Hypervisor: ${hypervisor}\n${rule}\n${lines}`;
    },
    footer: '',
  },
});
