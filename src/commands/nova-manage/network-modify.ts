import { act } from '../../command/act.js';
import { flag, requiredText, text } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
import { actOnNetwork, findByCidr, giveNetwork } from '../../services/compute/network-changes.js';
import { ownProject } from '../shared/own-project.js';

export const about = {
  name: 'network modify',
  summary: 'Give a network to a project or a host, or take it from them.',
};

export default act({
  openstack: false,
  options: {
    range: requiredText('<x.x.x.x/yy>', 'Network to modify.', {
      long: 'fixed_range',
      aliases: ['network'],
      isWord: true,
    }),
    project: text('<project name>', 'Project to give it to: the API gives it to the one that is logged in to.', {
      isWord: true,
    }),
    host: text('<host>', 'Host to give it to.', { isWord: true }),
    disassociateProject: flag('Take it from its project.'),
    disassociateHost: flag('Take it from its host.'),
  },
  targets: ({ options }) => [options.range],
  run: async ({ session, options }, given) => {
    const { project, host, disassociateProject, disassociateHost } = options;
    if (!project && !host && !disassociateProject && !disassociateHost) throw new UsageError('nothing to modify');
    if (project) {
      await ownProject(session, project, 'The API gives a network to the project that is logged in to only.');
    }
    const id = await findByCidr(session, given);
    if (project) await giveNetwork(session, id);
    else if (disassociateProject) await actOnNetwork(session, id, 'disassociate_project');
    if (host) await actOnNetwork(session, id, 'associate_host', host);
    else if (disassociateHost) await actOnNetwork(session, id, 'disassociate_host');
    return { id };
  },
});
