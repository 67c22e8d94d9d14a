import type { Command } from '../../command/command.js';
import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { describeHost } from '../../services/compute/hosts.js';
import { orRemovedOne } from '../../services/compute/removed-apis.js';
import { attribute } from './attributes.js';

/**
 * The command that shows what a host has and what of it is used, by project.
 * @param sortBy left out: in the order of the server
 */
export const hostDescription = (sortBy?: string): Command =>
  list({
    openstack: 'host show',
    ...(sortBy === undefined ? {} : { sortBy }),
    arguments: { host: argument('<hostname>', 'Name of host.') },
    rows: async function* ({ session, args }) {
      yield await orRemovedOne('hosts', describeHost(session, args.host));
    },
    columns: {
      host: attribute('HOST'),
      project: attribute('PROJECT'),
      cpu: attribute('cpu'),
      memory: attribute('memory_mb'),
      disk: attribute('disk_gb'),
    },
  });
