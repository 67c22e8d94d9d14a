import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { scrub } from '../../services/compute/network-changes.js';
import { idOf } from '../../services/identity/named.js';
import { needed, sameAs } from '../shared/manage-arguments.js';

export const about = {
  name: 'project scrub',
  summary: 'Take the networks of a project from it, and delete its security groups.',
  aliases: ['account scrub'],
};

export default act({
  openstack: false,
  options: { project: text('<project>', 'Name or id of the project.') },
  arguments: { projectId: sameAs('<project>') },
  targets: ({ args, options }) => [needed('--project', options.project, args.projectId)],
  run: async ({ session }, project) => scrub(session, (await idOf(session, 'tenant', project)) ?? project),
  destroys: 'networks and security groups',
});
