import { plainText } from '../../command/define.js';
import { flag } from '../../command/options.js';
import { actOnCoverage } from '../../services/compute/coverage.js';

export const about = { summary: 'Start Nova coverage reporting.' };

const command = plainText({
  openstack: false,
  login: true,
  options: { combine: flag('Generate a single report for all services.') },
  run: async function* ({ session, options: { combine } }) {
    await actOnCoverage(session, 'start', combine ? { combine } : {});
    yield 'Coverage collection started\n';
  },
});

export default { ...command, change: {} };
