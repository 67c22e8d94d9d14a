import { action, actOnServer } from '../shared/server-actions.js';
import { lookAtAction } from '../shared/server-part-looks.js';

export const about = { summary: 'Trigger crash dump in an instance.' };

export default actOnServer({
  openstack: 'server dump create',
  microversion: '2.17',
  until: { status: ['done'], failed: ['ERROR'] },
  look: lookAtAction('trigger_crash_dump'),
  request: () => action('trigger_crash_dump'),
});
