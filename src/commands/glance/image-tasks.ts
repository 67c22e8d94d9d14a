import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { tasksOfImage } from '../../services/image/about.js';
import { plainColumns } from '../shared/image-fields.js';

export const about = { summary: 'Get tasks associated with image.' };

export default list({
  arguments: { id: argument('<IMAGE_ID>', 'ID of image to get tasks.') },
  rows: async function* ({ session, args }) {
    yield await tasksOfImage(session, args.id);
  },
  columns: (_, __, ___, verbosity) => {
    const usual = ['Message', 'Status', 'Updated at'];
    if (verbosity !== 'verbose') return plainColumns(...usual);
    const more = ['User Id', 'Request Id', 'Result', 'Owner', 'Input', 'Expires at'];
    return plainColumns('Image Id', 'Task Id', ...usual, ...more);
  },
});
