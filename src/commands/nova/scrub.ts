import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { scrub, scrubInWords } from '../../services/compute/network-changes.js';

export const about = { summary: 'Delete networks and security groups associated with a project.' };

export default act({
  openstack: false,
  arguments: {
    project: argument('<project_id>', 'The ID of the project.'),
  },
  targets: ({ args }) => [args.project],
  find: async (_, given) => ({ id: given, item: { project_id: given } }),
  goesWith: ({ session }, { project_id: id }) => scrubInWords(session, asText(id)),
  run: ({ session }, project) => scrub(session, project),
  destroys: 'networks and security groups',
});
