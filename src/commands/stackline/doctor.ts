import { list } from '../../command/define.js';
import type { Check } from '../../doctor/check.js';
import { checkup } from '../../doctor/checkup.js';

export const about = { summary: 'Find out why a login does not work, step by step.' };

const MARKS: Readonly<Record<string, string>> = { ok: 'ok', warning: 'WARN', failed: 'FAILED', skipped: '-' };

export default list({
  login: false,
  runsWithoutSettings: true,
  rows: async function* ({ session, program, now }) {
    const { onlyProblems } = program;
    const count = { ok: 0, warning: 0, failed: 0, skipped: 0 };
    const settings = (await program.config()).settings();
    const diagnostics = await program.diagnostics();
    for await (const check of checkup({ session, settings, diagnostics, now })) {
      count[check.result] += 1;
      if (!onlyProblems || check.result === 'failed' || check.result === 'warning') yield [check];
    }
    if (onlyProblems) return;
    const says = `${count.failed} failed, ${count.warning} ${count.warning === 1 ? 'warning' : 'warnings'}, ${count.ok} ok`;
    yield [{ check: 'all', result: count.failed > 0 ? ('failed' as const) : ('ok' as const), says }];
  },
  failed: ({ result }) => result === 'failed',
  columns: {
    check: { title: 'Check', value: ({ check }: Check) => check },
    result: { title: 'Result', value: ({ result }: Check) => result },
    says: { title: 'Details', value: ({ says }: Check) => says },
    hint: { title: 'Hint', value: ({ hint }: Check) => hint ?? '' },
  },
  lines: {
    line: ([check = '', result = '', says = '', hint = '']) => {
      const line = `${(MARKS[result] ?? result).padEnd(7)}${check.padEnd(24)} ${says}`;
      return hint === '' ? line : `${line}\n${' '.repeat(7)}-> ${hint}`;
    },
  },
});
