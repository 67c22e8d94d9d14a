import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import type { Json } from '../../lib/read.js';
import { schemaProperties } from '../../services/image/about.js';

export const about = { summary: 'Describe a specific model.' };

export default list({
  arguments: { model: argument('<MODEL>', 'Name of model to describe.') },
  rows: async function* ({ session, args }) {
    yield await schemaProperties(session, args.model);
  },
  columns: {
    attribute: { title: 'Attribute', value: ([name]) => name },
    description: { title: 'Description', value: ([, { description }]: readonly [string, Json]) => description ?? null },
  },
});
