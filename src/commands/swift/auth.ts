import { plainText } from '../../command/define.js';
import { word } from '../../lib/shell.js';
import { loginVariables } from '../shared/login-variables.js';

export const about = { summary: 'Display auth related environment variables.' };

const wholeHelp = `Usage: swift auth 

Display auth related authentication variables in shell friendly format.

  Commands to run to export storage url and auth token into
  OS_STORAGE_URL and OS_AUTH_TOKEN:

      swift auth

  Commands to append to a runcom file (e.g. ~/.bashrc, /etc/profile) for
  automatic authentication:

      swift auth -v -U test:tester -K testing           -A http://localhost:8080/auth/v1.0`;

export default plainText({
  openstack: 'token issue',
  wholeHelp,
  login: true,
  run: async function* ({ session, verbosity, program }) {
    if (verbosity === 'verbose') {
      for (const [name, value] of loginVariables((await program.config()).given())) {
        yield `export ${name}=${quoted(value)}\n`;
      }
      return;
    }
    yield `export OS_STORAGE_URL=${quoted(await session.endpoint('object-store'))}\n`;
    yield `export OS_AUTH_TOKEN=${quoted(await session.tokenFor('object-store'))}\n`;
  },
});

/** As Python's shlex.quote has an apostrophe. */
const quoted = (text: string): string => word(text).replaceAll(String.raw`'\''`, `'"'"'`);
