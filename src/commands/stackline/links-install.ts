import { plainText } from '../../command/define.js';
import { anyWords, argument } from '../../command/options.js';
import { Failure } from '../../core/errors.js';

export const about = { name: 'links install', summary: 'Make links that call us nova, keystone and so on.' };

export default plainText({
  arguments: {
    directory: argument('<dir>', 'Directory that stands, or will stand, before the others in PATH.'),
    names: anyWords(
      '<name>',
      'Which of them; left out: all but openstack, as whom we print what the classic clients print.',
    ),
  },
  run: async function* ({ args, program, warn }) {
    const links = await program.links();
    const directory = links.directory(args.directory);
    const kept: string[] = [];
    const all = [...program.names, ...program.otherNames];
    const unknown = args.names.filter((name) => !all.includes(name));
    if (unknown.length > 0) {
      throw new Failure(`We cannot be called ${unknown.join(', ')}.`, { hint: `The names: ${all.join(', ')}.` });
    }
    for (const name of args.names.length > 0 ? args.names : program.names) {
      const { file, state, what } = links.look(directory, name);
      if (state === 'other') {
        kept.push(name);
        yield `${file} stays: it is ${what}, and not ours\n`;
        continue;
      }
      if (state === 'none') links.make(directory, name);
      yield `${file} ${state === 'none' ? 'leads' : 'leads already'} to ${links.target}\n`;
    }
    if (!links.directories.includes(directory)) {
      warn(`${directory} is not in PATH. To make it the first: export PATH=${directory}:$PATH`);
    }
    if (kept.length > 0) {
      throw new Failure(`${kept.join(', ')} in ${directory} ${kept.length === 1 ? 'is' : 'are'} not made.`, {
        hint: 'Choose another directory, or move what is there.',
      });
    }
  },
});
