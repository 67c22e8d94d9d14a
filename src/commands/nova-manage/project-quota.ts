import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { isNumber } from '../../core/exact-number.js';
import { pythonText } from '../../lib/python/repr.js';
import { getQuotas, updateQuotas } from '../../services/compute/quotas.js';
import { idOf } from '../../services/identity/named.js';
import type { Session } from '../../session/session.js';
import { needed } from '../shared/manage-arguments.js';
import { wholeNumber } from '../shared/whole-number.js';

export const about = {
  name: 'project quota',
  summary: 'Show the limits of a project, or set one of them.',
  aliases: ['account quota'],
};

export default list({
  openstack: 'quota show {project:} {limitKey?} {value?}',
  options: {
    project: text('<project>', 'Name or id of the project; left out: the one that is logged in to.', {
      isWord: true,
    }),
    limitKey: text('<key>', 'A limit to be set, such as cores.', { long: 'key', isWord: true }),
    value: text('<value>', "What it is set to; 'unlimited' for none.", { isWord: true }),
  },
  rows: async function* ({ session, options }) {
    const given = await idOf(session, 'tenant', options.project);
    const project = given ?? (await session.accessInfo()).project?.id ?? '';
    if (options.limitKey) await setLimit(session, project, options.limitKey, options.value);
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

/** @throws UsageError for what is no number */
async function setLimit(session: Session, project: string, key: string, value: string | undefined): Promise<void> {
  const given = needed('--value', value);
  const limit = given.toLowerCase() === 'unlimited' ? -1 : wholeNumber('--value', given);
  await updateQuotas(session, project, { limits: { [key]: limit }, microversion: '2.35' });
}

function limitText(limit: unknown): string {
  return isNumber(limit) && Number(limit) < 0 ? 'unlimited' : pythonText(limit);
}
