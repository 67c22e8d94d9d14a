import { act } from '../../command/act.js';
import { requiredText } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { scrub, scrubInWords } from '../../services/compute/network-changes.js';
import { idOf } from '../../services/identity/named.js';

export const about = {
  name: 'project scrub',
  summary: 'Take the networks of a project from it, and delete its security groups.',
  aliases: ['account scrub'],
};

export default act({
  openstack: false,
  options: { project: requiredText('<project>', 'Name or id of the project.', { isWord: true }) },
  targets: ({ options }) => [options.project],
  find: async ({ session }, given) => {
    const id = (await idOf(session, 'tenant', given)) ?? given;
    return { id, item: { project_id: id } };
  },
  goesWith: ({ session }, { project_id: id }) => scrubInWords(session, asText(id)),
  run: async ({ session }, project) => scrub(session, (await idOf(session, 'tenant', project)) ?? project),
  destroys: 'networks and security groups',
});
