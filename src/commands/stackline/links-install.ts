import { say } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { Failure } from '../../core/errors.js';

export default say({
  arguments: { folder: argument('<folder>', 'Folder that stands, or will stand, before the others in PATH.') },
  run: async function* ({ args, program, warn }) {
    const links = await program.links();
    const folder = links.folder(args.folder);
    const kept: string[] = [];
    for (const name of program.names) {
      const { file, state, what } = links.look(folder, name);
      if (state === 'other') {
        kept.push(name);
        yield `${file} stays: it is ${what}, and not ours\n`;
        continue;
      }
      if (state === 'none') links.make(folder, name);
      yield `${file} ${state === 'none' ? 'leads' : 'leads already'} to ${links.target}\n`;
    }
    if (!links.folders.includes(folder)) {
      warn(`${folder} is not in PATH. To make it the first: export PATH=${folder}:$PATH`);
    }
    if (kept.length > 0) {
      throw new Failure(`${kept.join(', ')} in ${folder} ${kept.length === 1 ? 'is' : 'are'} not made.`, {
        hint: 'Choose another folder, or move what is there.',
      });
    }
  },
});
