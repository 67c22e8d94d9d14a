import { asText } from '../../lib/read.js';
import { extensions } from '../../services/volume/resources.js';
import { column, columns } from '../shared/volume-columns.js';
import { volumeListOf } from '../shared/volume-commands.js';

export const about = { summary: 'Lists all available os-api extensions.' };

export default volumeListOf(extensions, {
  openstack: 'extension list --volume',
  columns: async () => [
    column('Name'),
    { ...column('Summary', 'description'), text: ({ description }) => summary(asText(description).trim()) },
    ...columns('Alias', 'Updated'),
  ],
});

/** The first line of a description (cinderclient `contrib/list_extensions.py`). */
function summary(description: string): string {
  const [first = '', ...more] = description.split('\n');
  if (description === '') return '??';
  return more.length === 0 ? first : `${first}...`;
}
