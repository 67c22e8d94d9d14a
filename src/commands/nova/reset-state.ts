import { flag } from '../../command/options.js';
import { action, actOnServers } from '../shared/server-actions.js';

export const about = { summary: 'Reset the state of a server.' };

const stateOf = (active: boolean): string => (active ? 'active' : 'error');

export default actOnServers({
  openstack: ['server set --state active {active!}', 'server set --state error'],
  verb: 'reset',
  allTenants: 'Reset state server(s) in another tenant by name (Admin only).',
  options: {
    active: flag('Request the server be reset to "active" state instead of "error" state (the default).'),
  },
  request: ({ options }) => action('os-resetState', { state: stateOf(options.active) }),
  accepted: (given, { active }) => `Reset state for server ${given} succeeded; new state is ${stateOf(active)}`,
  failedLine: ({ given }, error) => `Reset state for server ${given} failed: ${error.message}`,
  refused: 'Unable to reset the state for the specified server(s).',
});
