import { list } from '../../command/define.js';
import { optionalArgument, text } from '../../command/options.js';
import { isNumber } from '../../core/exact-number.js';
import { pythonText } from '../../lib/python/repr.js';
import { getQuotas } from '../../services/compute/quotas.js';
import { idOf } from '../../services/identity/named.js';

export const about = { name: 'project quota', summary: 'Show the limits of a project.', aliases: ['account quota'] };

export default list({
  openstack: 'quota show {project:} {projectId:}',
  options: { project: text('<project>', 'Name or id of the project; left out: the one that is logged in to.') },
  arguments: { projectId: optionalArgument('<project>', 'The same, without the option.') },
  rows: async function* ({ session, options, args }) {
    const given = await idOf(session, 'tenant', options.project ?? args.projectId);
    const project = given ?? (await session.accessInfo()).project?.id ?? '';
    // Up to this one, networks have limits here as well.
    const { id, ...limits } = await getQuotas(session, project, '2.35');
    yield Object.entries(limits).map(([key, limit]) => ({ key, limit }));
  },
  columns: {
    key: { title: 'quota', value: ({ key }) => key },
    limit: { title: 'limit', value: ({ limit }) => limit, text: ({ limit }) => limitText(limit) },
  },
  lines: { line: ([key, limit]) => `${key}: ${limit}` },
});

function limitText(limit: unknown): string {
  return isNumber(limit) && Number(limit) < 0 ? 'unlimited' : pythonText(limit);
}
