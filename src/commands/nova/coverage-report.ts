import { plainText } from '../../command/define.js';
import { argument, flag } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { coverageFile } from '../../services/compute/coverage.js';

export const about = { summary: 'Generate a coverage report.' };

const command = plainText({
  openstack: false,
  login: true,
  options: {
    html: flag('Generate HTML reports instead of text ones.'),
    xml: flag('Generate XML reports instead of text ones.'),
  },
  arguments: { filename: argument('<filename>', 'report filename') },
  run: async function* ({ session, args, options: { html, xml } }) {
    if (html && xml) throw new Failure('--html and --xml must not be specified together.');
    const kind = xml ? { xml } : html ? { html } : {};
    yield `Report path: ${await coverageFile(session, 'report', { file: args.filename, ...kind })}\n`;
  },
});

export default { ...command, change: {} };
