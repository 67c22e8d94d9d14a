import { show } from '../../command/define.js';
import { argument, flag, integer } from '../../command/options.js';
import { asRecord } from '../../lib/read.js';
import { findImageOfV1 } from '../../services/image/v1.js';
import { fieldsOf, humanSize, without } from '../shared/image-fields.js';

export const about = { summary: 'Describe a specific image.' };

export default show({
  openstack: 'image show {image} {humanReadable:--human-readable} {maxColumnWidth:--max-width}',
  arguments: { image: argument('<IMAGE>', 'Name or ID of image to describe.') },
  options: {
    humanReadable: flag('Print image size in a human-friendly format.'),
    maxColumnWidth: integer('<integer>', 'The max column width of the printed table.'),
  },
  fields: async ({ session, args, options }) => {
    const image = await findImageOfV1(session, args.image);
    const own = Object.entries(asRecord(image.properties)).map(([name, value]) => [`Property '${name}'`, value]);
    const fields = fieldsOf({ ...without(image, 'properties'), ...Object.fromEntries(own) });
    if (!options.humanReadable) return fields;
    return fields.map((field) => (field.name === 'size' ? { ...field, text: humanSize(Number(field.value)) } : field));
  },
  wrap: ({ maxColumnWidth = 80 }) => Math.max(1, maxColumnWidth),
});
