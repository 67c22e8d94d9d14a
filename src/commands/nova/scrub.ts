import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { scrub } from '../../services/compute/network-changes.js';

export const about = { summary: 'Delete networks and security groups associated with a project.' };

export default act({
  openstack: false,
  arguments: {
    project: argument('<project_id>', 'The ID of the project.'),
  },
  targets: ({ args }) => [args.project],
  run: ({ session }, project) => scrub(session, project),
  destroys: 'networks and security groups',
});
