import { plainText } from '../../command/define.js';
import { argument } from '../../command/options.js';

export const about = { name: 'config unset', summary: 'Take out a setting of your own.' };

export default plainText({
  runsWithoutSettings: true,
  arguments: { key: argument('<key>', 'Setting to take out.') },
  run: async function* ({ args, program }) {
    const path = await (await program.config()).keep(args.key, undefined);
    yield `Took ${args.key} out of ${path}\n`;
  },
});
