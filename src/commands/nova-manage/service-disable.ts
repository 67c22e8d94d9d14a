import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { switchService } from '../../services/compute/service-changes.js';
import { needed, sameAs } from '../shared/manage-arguments.js';

export const about = { name: 'service disable', summary: 'Disable scheduling for a service.' };

export default act({
  openstack: 'compute service set --disable {host:} {hostName:} {service:} {serviceName:}',
  options: { host: text('<host>', 'Host.'), service: text('<service>', 'Nova service, such as nova-compute.') },
  arguments: { hostName: sameAs('<host>'), serviceName: sameAs('<service>') },
  targets: ({ args, options }) => [needed('--host', options.host, args.hostName)],
  run: ({ session, args, options }, host) => {
    const binary = needed('--service', options.service, args.serviceName);
    return switchService(session, { host, binary, isEnabled: false });
  },
  accepted: (host, { service }) => `Service ${service ?? 'nova-compute'} on host ${host} disabled.`,
});
