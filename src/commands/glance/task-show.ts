import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { tasks } from '../../services/image/resources.js';
import { getOne } from '../../services/resource.js';
import { fieldsOf, without } from '../shared/image-fields.js';

export const about = { summary: 'Describe a specific task.' };

export default show({
  openstack: 'image task show',
  arguments: { id: argument('<TASK_ID>', 'ID of task to describe.') },
  fields: async ({ session, args }) => fieldsOf(without(await getOne(session, tasks, args.id), 'self', 'schema')),
  wrap: 80,
});
