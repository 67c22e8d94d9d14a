import { list } from '../../command/define.js';
import type { SettingEntry } from '../../core/config-access.js';

export const about = { summary: 'List the settings of a login and where each came from.' };

export default list({
  login: false,
  runsWithoutSettings: true,
  rows: async function* ({ program, warn }) {
    const { entries, problem } = (await program.config()).settings();
    yield entries;
    if (problem === undefined) return;
    warn(problem.message);
    if (problem.hint !== undefined) warn(problem.hint);
  },
  columns: {
    name: { title: 'Setting', value: ({ name }: SettingEntry) => name },
    value: { title: 'Value', value: ({ value }: SettingEntry) => value },
    from: { title: 'From', value: ({ from }: SettingEntry) => from },
  },
});
