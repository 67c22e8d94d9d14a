import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { asRecord } from '../../lib/read.js';
import { serverAfter } from '../../services/compute/after-action.js';
import { createCloudpipe } from '../../services/compute/cloudpipes.js';

export const about = { summary: 'Create a cloudpipe instance for the given project.' };

export default act({
  openstack: false,
  arguments: {
    project: argument('<project_id>', 'UUID of the project to create the cloudpipe for.'),
  },
  targets: ({ args }) => [args.project],
  run: async ({ session }, project) => ({ id: asRecord(await createCloudpipe(session, project)).instance_id }),
  // It is a server of that project.
  until: { status: ['ACTIVE'], failed: ['ERROR'] },
  look: ({ session }, id) => serverAfter(session, id),
});
