import type { Context } from '../../command/context.js';
import { commandOf } from '../../command/define.js';
import type { Column, ListView } from '../../core/view.js';
import { type AnyService, isProblem, servicesOf } from '../../services/all-services.js';
import { cellText } from '../shared/attributes.js';

export const about = { summary: 'List the services of nova, cinder and neutron: which are up, which are down.' };

const columns = (['service', 'binary', 'host', 'zone', 'status', 'state', 'updated', 'reason'] as const).map(
  (key): Column<AnyService> => ({
    title: `${key[0]?.toUpperCase()}${key.slice(1)}`,
    value: (row) => row[key] ?? null,
    text: (row) => cellText(row[key], '-'),
  }),
);

/** One list for each of the three, all asked for at once; one that does not answer hides none of the others. */
export default commandOf(
  'list',
  {},
  async ({
    session,
    warn,
    program: { onlyProblems },
  }: Context<Record<string, unknown>, unknown>): Promise<ListView> => {
    let problems = 0;
    let failures = 0;
    const pages = async function* () {
      for await (const { service, rows, error } of servicesOf(session, warn)) {
        const wrong = rows.filter(isProblem);
        problems += wrong.length;
        yield onlyProblems ? wrong : rows;
        if (error === undefined) continue;
        failures += 1;
        if (failures === 3) throw error;
        warn(`${service}: ${error.message}`);
      }
    };
    return {
      kind: 'list',
      columns: columns as readonly Column[],
      pages: pages(),
      sortBy: false,
      exitReason: () => (failures > 0 ? 'incomplete' : onlyProblems === true && problems > 0 ? 'failed' : 'ok'),
    };
  },
);
