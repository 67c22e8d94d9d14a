import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { createCloudpipe } from '../../services/compute/cloudpipes.js';

export const about = { summary: 'Create a cloudpipe instance for the given project.' };

export default act({
  openstack: false,
  arguments: {
    project: argument('<project_id>', 'UUID of the project to create the cloudpipe for.'),
  },
  targets: ({ args }) => [args.project],
  run: ({ session }, project) => createCloudpipe(session, project),
});
