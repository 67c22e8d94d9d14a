import { list } from '../../command/define.js';
import { asText } from '../../lib/read.js';
import { listExtensions } from '../../services/compute/extensions.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List all the os-api extensions that are available.' };

export default list({
  openstack: 'extension list --compute',
  rows: ({ session }) => listExtensions(session),
  columns: {
    name: attribute('Name'),
    summary: {
      title: 'Summary',
      value: (extension) => extension.description ?? null,
      text: ({ description }) => summary(asText(description).trim()),
    },
    alias: attribute('Alias'),
    updated: attribute('Updated'),
  },
});

/** The first line of a description, as novaclient shortens it (7.1, v2/list_extensions.py). */
function summary(description: string): string {
  const [first = '', ...more] = description.split('\n');
  if (description === '') return '??';
  return more.length === 0 ? first : `${first}...`;
}
