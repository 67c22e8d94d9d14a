import { say } from '../../command/define.js';
import { argument } from '../../command/options.js';

export default say({
  arguments: { folder: argument('<folder>', 'Folder in which they are.') },
  run: async function* ({ args, program }) {
    const links = await program.links();
    const folder = links.folder(args.folder);
    let count = 0;
    for (const name of program.names) {
      const { file, state, what } = links.look(folder, name);
      if (state === 'other') yield `${file} stays: it is ${what}, and not ours\n`;
      if (!links.remove(folder, name)) continue;
      count += 1;
      yield `${file} is removed\n`;
    }
    if (count === 0) yield `No link of ours is in ${folder}\n`;
  },
});
