import { say } from '../../command/define.js';
import { Failure } from '../../lib/errors.js';

/** The tour of the Operations Guide's chapter "Lay of the Land": a sentence, and what one types. */
const tour: readonly (readonly [string, string])[] = [
  ['Which services does this cloud have?', 'keystone service-list'],
  ['And where do they answer?', 'keystone endpoint-list'],
  ['What runs, in all projects?', 'nova list --all-tenants'],
  ['One server in full.', 'nova show devstack'],
  ['How does it do? A guest on Xen says this:', 'nova diagnostics Windows'],
  ['and one on KVM this:', 'nova diagnostics devstack'],
  ['The same for a script.', 'list --all-tenants --status ERROR -f json'],
  ['And for a spreadsheet.', 'service-list -f csv -c name -c type'],
];

export default say({
  run: async function* ({ program }) {
    yield 'A tour of a cloud, on the embedded one: no account, no network.\n';
    for (const [sentence, words] of tour) {
      yield `\n${sentence}\n$ stackline --sandbox ${words}\n`;
      const code = await program.run(words.split(' '));
      if (code !== 0) throw new Failure(`The tour ended early: '${words}' gave exit code ${code}.`);
    }
    yield '\nEvery command takes --sandbox. Without it, source an openrc.sh and meet your own cloud.\n';
  },
});
