import { argument, text } from '../../command/options.js';
import { addBaremetalInterface } from '../../services/compute/baremetal.js';
import { everyFieldOfPython2 } from '../shared/attributes.js';
import { showChange } from '../shared/show-changes.js';

export const about = { summary: 'Add a network interface to a baremetal node.' };

export default showChange({
  openstack: false,
  options: {
    datapath: text('<datapath_id>', 'OpenFlow Datapath ID of interface', { long: 'datapath_id' }),
    port: text('<port_no>', 'OpenFlow port number of interface', { long: 'port_no' }),
  },
  arguments: { node: argument('<node>', 'ID of node'), address: argument('<address>', 'MAC address of interface') },
  run: ({ session, args: { node, address }, options: { datapath = 0, port = 0 } }) =>
    addBaremetalInterface(session, node, { address, datapath_id: datapath, port_no: port }),
  fields: everyFieldOfPython2,
  creates: 'interface',
});
