import { act } from '../../command/act.js';
import { flag, restArguments } from '../../command/options.js';
import { asText, type Json } from '../../lib/read.js';
import { rebootServer, waitForReboots } from '../../services/compute/reboots.js';
import { ownServers } from '../../services/compute/servers.js';
import { slug } from '../../services/find.js';
import { findWhole } from '../../services/resource.js';
import { aboutServers, failedLine } from '../shared/server-actions.js';

export const about = { summary: 'Reboot a server.' };

/** novaclient utils.py, _get_resource_string. */
const calledBy = ({ name, id }: Json): string => {
  const short = slug(asText(name));
  return short === '' ? asText(id) : `${short} (${asText(id)})`;
};

export default act({
  openstack: 'server reboot {hard:--hard} {poll:--wait}',
  options: {
    hard: flag(
      'Perform a hard reboot (instead of a soft one). Note: Ironic does not currently support soft reboot; ' +
        'consequently, bare metal nodes will always do a hard reboot, regardless of the use of this option.',
    ),
    poll: flag('Poll until reboot is complete.'),
  },
  arguments: { server: restArguments('<server>', 'Name or ID of server(s).') },
  targets: ({ args }) => args.server,
  find: aboutServers.find,
  whole: aboutServers.whole,
  look: aboutServers.look,
  findFirst: ({ session }, given) => findWhole(session, ownServers, given),
  run: ({ session, options: { hard } }, _, server) => rebootServer(session, server, hard),
  accepted: (_, __, server) => `Request to reboot server ${calledBy(server)} has been accepted.`,
  refused: 'Unable to reboot the specified server(s).',
  failedLine,
  until: { status: ['ACTIVE'], failed: ['ERROR'] },
  after: ({ session, options: { poll } }, found) => (poll ? waitForReboots(session, found, calledBy) : undefined),
});
