import { plainText } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { Failure } from '../../core/errors.js';

export const about = { name: 'links install', summary: 'Make links that call us nova, keystone and so on.' };

export default plainText({
  arguments: { directory: argument('<dir>', 'Directory that stands, or will stand, before the others in PATH.') },
  run: async function* ({ args, program, warn }) {
    const links = await program.links();
    const directory = links.directory(args.directory);
    const kept: string[] = [];
    for (const name of program.names) {
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
