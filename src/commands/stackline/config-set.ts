import { plainText } from '../../command/define.js';
import { argument } from '../../command/options.js';

export const about = { name: 'config set', summary: 'Keep a setting of your own.' };

export default plainText({
  runsWithoutSettings: true,
  arguments: {
    key: argument('<key>', 'Setting, as format, color, cloud or columns.list.'),
    value: argument('<value>', 'Value; columns are parted by commas.'),
  },
  run: async function* ({ args, program }) {
    const path = await (await program.config()).keep(args.key, args.value);
    yield `Set ${args.key} in ${path}\n`;
  },
});
