import { list } from '../../command/define.js';
import type { SettingEntry } from '../../core/diagnostics.js';

export const about = { summary: 'List the settings of a login and where each came from.' };

export default list({
  login: false,
  runsWithoutSettings: true,
  rows: async function* ({ program, warn }) {
    const { entries, trouble } = (await program.workings()).settings();
    yield entries;
    if (trouble === undefined) return;
    warn(trouble.message);
    if (trouble.hint !== undefined) warn(trouble.hint);
  },
  columns: {
    name: { title: 'Setting', value: ({ name }: SettingEntry) => name },
    value: { title: 'Value', value: ({ value }: SettingEntry) => value },
    from: { title: 'From', value: ({ from }: SettingEntry) => from },
  },
});
