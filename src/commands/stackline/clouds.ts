import type { Context } from '../../command/context.js';
import { commandOf } from '../../command/define.js';
import { inOrder } from '../../command/in-order.js';
import type { CloudEntry } from '../../core/config-access.js';
import type { Column, ListView } from '../../core/view.js';

export const about = { summary: 'List the clouds of clouds.yaml, and which of them answer.' };

/** Clouds that are asked at the same time. */
const AT_ONCE = 16;

interface Row extends CloudEntry {
  readonly isCurrent: boolean;
  readonly isUp: boolean;
  /** What its identity service offers, or why it does not answer. */
  readonly says: string;
}

const columns: readonly Column<Row>[] = [
  { title: 'Cloud', value: ({ name }) => name },
  { title: 'Region', value: ({ regions }) => regions, text: ({ regions }) => regions.join(', ') },
  { title: 'Auth URL', value: ({ authUrl }) => authUrl },
  { title: 'Project', value: ({ project }) => project },
  { title: 'User', value: ({ user }) => user },
  { title: 'Current', value: ({ isCurrent }) => isCurrent, text: ({ isCurrent }) => (isCurrent ? '*' : '') },
  { title: 'State', value: ({ isUp }) => (isUp ? 'up' : 'down') },
  { title: 'Details', value: ({ says }) => says },
];

/** Their identity services are asked what they offer, without a login: no password and no token is sent. */
export default commandOf(
  'list',
  { login: false, runsWithoutSettings: true },
  async ({ program, warn }: Context<unknown, unknown>): Promise<ListView> => {
    const config = await program.config();
    const { current } = config.choice();
    let down = 0;
    const look = async (entry: CloudEntry): Promise<Row> => {
      const isCurrent = entry.name === current;
      if (entry.problem !== '' && entry.authUrl === '')
        return { ...entry, isCurrent, isUp: false, says: entry.problem };
      const { isUp, says } = await config.reach(entry.name);
      return { ...entry, isCurrent, isUp, says };
    };
    const pages = async function* (): AsyncGenerator<readonly Row[]> {
      const { clouds, files } = await config.clouds();
      if (files.length === 0) {
        warn('There is no clouds.yaml: neither here, nor in ~/.config/openstack, nor in /etc/openstack.');
      }
      for await (const row of inOrder(clouds, AT_ONCE, look)) {
        if (!row.isUp) down += 1;
        yield [row];
      }
    };
    return {
      kind: 'list',
      columns: columns as readonly Column[],
      pages: pages(),
      sortBy: false,
      exitReason: () => (down > 0 ? 'incomplete' : 'ok'),
    };
  },
);
