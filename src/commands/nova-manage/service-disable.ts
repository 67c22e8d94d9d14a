import { act } from '../../command/act.js';
import { requiredText } from '../../command/options.js';
import { switchService } from '../../services/compute/service-changes.js';

export const about = { name: 'service disable', summary: 'Disable scheduling for a service.' };

export default act({
  openstack: 'compute service set --disable {host} {service}',
  options: {
    host: requiredText('<host>', 'Host.', { isWord: true }),
    service: requiredText('<service>', 'Nova service, such as nova-compute.', { isWord: true }),
  },
  targets: ({ options }) => [options.host],
  run: ({ session, options: { host, service: binary } }) => switchService(session, { host, binary, isEnabled: false }),
  accepted: (host, { service }) => `Service ${service} on host ${host} disabled.`,
});
