import { act } from '../../command/act.js';
import { requiredText } from '../../command/options.js';
import { configureCloudpipe } from '../../services/compute/cloudpipes.js';
import { ownProject } from '../shared/own-project.js';

export const about = { name: 'vpn change', summary: 'Change the IP and port for the VPN of a project.' };

export default act({
  openstack: false,
  options: {
    project: requiredText('<project>', 'Name or id of the project: the API changes the one that is logged in to.', {
      isWord: true,
    }),
    ip: requiredText('<IP Address>', 'IP Address.', { isWord: true }),
    port: requiredText('<Port>', 'Port.', { isWord: true }),
  },
  targets: ({ options }) => [options.project],
  run: async ({ session, options: { ip, port } }, project) => {
    await ownProject(session, project, 'The API changes the VPN of the project that is logged in to only.');
    await configureCloudpipe(session, ip, port);
  },
});
