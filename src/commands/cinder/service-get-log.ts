import { list } from '../../command/define.js';
import { choice, text } from '../../command/options.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import { asRecord } from '../../lib/read.js';
import { listIn } from '../../services/answer.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'Gets the service log level.' };

export default list({
  openstack: 'block storage log level list {binary:--service} {server:--host} {prefix:--log-prefix}',
  apiVersion: '3.32',
  options: {
    binary: choice(['', '*', 'cinder-api', 'cinder-volume', 'cinder-scheduler', 'cinder-backup'], 'Binary to query.'),
    server: text('SERVER', 'Host or cluster value for service.'),
    prefix: text('PREFIX', 'Prefix for the log. ie: "sqlalchemy.".'),
  },
  rows: async function* ({ session, options: { binary = '', server = '', prefix = '' } }) {
    const body = { binary, server, prefix };
    const call = { service: 'volume', path: '/os-services/get-log', method: 'PUT', safe: true, body } as const;
    yield listIn(await session.json(call), 'log_levels', 'volume').flatMap(({ binary: of, host, levels }) =>
      Object.entries(asRecord(levels))
        .sort(([one], [other]) => compareCodePoints(one, other))
        .map(([name, level]) => ({ binary: of, host, prefix: name, level })),
    );
  },
  columns: () => columns('Binary', 'Host', 'Prefix', 'Level'),
});
