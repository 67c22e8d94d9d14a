import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Trigger crash dump in an instance.' };

export default actOnServer({
  openstack: 'server dump create',
  microversion: '2.17',
  request: () => action('trigger_crash_dump'),
});
