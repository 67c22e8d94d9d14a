import { messages } from '../../services/volume/resources.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Shows message details.' };

export default volumeShowOf(messages, {
  openstack: 'volume message show',
  apiVersion: '3.3',

  help: 'ID of message.',
});
