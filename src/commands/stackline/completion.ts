import { plainText } from '../../command/define.js';
import { anyWords, choiceArgument } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
import { scripts } from '../shared/completion-scripts.js';

export const about = { summary: 'Print what makes a shell complete commands, options and names.' };

export default plainText({
  arguments: {
    shell: choiceArgument(
      '<shell>',
      ['bash', 'zsh', 'fish'],
      'The shell: source <(stackline completion bash) in ~/.bashrc.',
    ),
    names: anyWords('<name>', 'Other names that call us, as nova: they are completed, too.'),
  },
  runsWithoutSettings: true,
  run: async function* ({ args, program }) {
    const strange = args.names.find((name) => !program.names.includes(name));
    if (strange !== undefined) {
      throw new UsageError(`argument <name>: nothing calls us '${strange}'`, {
        hint: `There are ${program.names.join(', ')}.`,
      });
    }
    yield scripts[args.shell](['stackline', ...args.names]);
  },
});
