import { plainText } from '../../command/define.js';
import { coverageFile } from '../../services/compute/coverage.js';

export const about = { summary: 'Stop Nova coverage reporting.' };

const command = plainText({
  openstack: false,
  login: true,
  run: async function* ({ session }) {
    yield `Coverage data file path: ${await coverageFile(session, 'stop', {})}\n`;
  },
});

export default { ...command, change: {} };
