import { act } from '../../command/act.js';
import { flag, text } from '../../command/options.js';
import { Failure, UsageError } from '../../core/errors.js';
import { actOnNetwork, findByCidr, giveNetwork } from '../../services/compute/network-changes.js';
import { idOf } from '../../services/identity/named.js';
import { needed, sameAs } from '../shared/manage-arguments.js';

export const about = {
  name: 'network modify',
  summary: 'Give a network to a project or a host, or take it from them.',
};

export default act({
  openstack: false,
  options: {
    range: text('<x.x.x.x/yy>', 'Network to modify.', { long: 'fixed_range', aliases: ['network'] }),
    project: text('<project name>', 'Project to give it to: the API gives it to the one that is logged in to.'),
    host: text('<host>', 'Host to give it to.'),
    disassociateProject: flag('Take it from its project.'),
    disassociateHost: flag('Take it from its host.'),
  },
  arguments: { typedRange: sameAs('<x.x.x.x/yy>') },
  targets: ({ args, options }) => [needed('--fixed_range', options.range, args.typedRange)],
  run: async ({ session, options }, given) => {
    const { project, host, disassociateProject, disassociateHost } = options;
    if (!project && !host && !disassociateProject && !disassociateHost) throw new UsageError('nothing to modify');
    const own = (await session.accessInfo()).project?.id;
    const wanted = project ? await idOf(session, 'tenant', project) : undefined;
    if (wanted !== undefined && wanted !== own) {
      throw new Failure('The API gives a network to the project that is logged in to only.', {
        hint: `Log in to it: --os-project-id ${wanted}`,
      });
    }
    const id = await findByCidr(session, given);
    if (wanted !== undefined) await giveNetwork(session, id);
    else if (disassociateProject) await actOnNetwork(session, id, 'disassociate_project');
    if (host) await actOnNetwork(session, id, 'associate_host', host);
    else if (disassociateHost) await actOnNetwork(session, id, 'disassociate_host');
    return { id };
  },
});
