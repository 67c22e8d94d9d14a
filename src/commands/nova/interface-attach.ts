import { text } from '../../command/options.js';
import { asRecords, asText, type Json } from '../../lib/read.js';
import { objectIn } from '../../services/answer.js';
import { everyField } from '../shared/attributes.js';
import { showActOnServer } from '../shared/server-actions.js';
import { lookAtNewInterface } from '../shared/server-part-looks.js';

export const about = { summary: 'Attach a network interface to a server.' };

/** novaclient v2/shell.py, _print_interface. */
function shown({ fixed_ips, ...interfaceAttachment }: Json): Json {
  const addresses = asRecords(fixed_ips).map((fixed) => asText(fixed.ip_address));
  return { ...interfaceAttachment, ip_address: fixed_ips === undefined ? null : addresses.join(',') };
}

export default showActOnServer({
  openstack: [
    'server add port {portId!} {server} {portId}',
    'server add network {fixedIp:--fixed-ip} {server} {netId}',
  ],
  options: {
    portId: text('<port_id>', 'Port ID.'),
    netId: text('<net_id>', 'Network ID'),
    fixedIp: text('<fixed_ip>', 'Requested fixed IP.'),
    tag: text('<tag>', 'Tag for the attached interface.', { microversion: '2.49' }),
  },
  request: ({ options: { portId, netId, fixedIp, tag } }) => {
    const interfaceAttachment = {
      ...(portId && { port_id: portId }),
      ...(netId && { net_id: netId }),
      ...(fixedIp && { fixed_ips: [{ ip_address: fixedIp }] }),
      ...(tag && { tag }),
    };
    return { method: 'POST', path: '/os-interface', body: { interfaceAttachment } };
  },
  until: { status: ['ACTIVE', 'ATTACHED'], failed: ['ERROR'] },
  look: lookAtNewInterface,
  fields: (answer) => everyField(shown(objectIn(answer, 'interfaceAttachment'))),
});
