import { plainText } from '../../command/define.js';
import { argument } from '../../command/options.js';

export const about = { name: 'links remove', summary: 'Remove the links that call us.' };

export default plainText({
  arguments: { directory: argument('<dir>', 'Directory in which they are.') },
  run: async function* ({ args, program }) {
    const links = await program.links();
    const directory = links.directory(args.directory);
    let count = 0;
    for (const name of [...program.names, ...program.otherNames]) {
      const { file, state, what } = links.look(directory, name);
      if (state === 'other' && program.names.includes(name)) yield `${file} stays: it is ${what}, and not ours\n`;
      if (!links.remove(directory, name)) continue;
      count += 1;
      yield `${file} is removed\n`;
    }
    if (count === 0) yield `No link of ours is in ${directory}\n`;
  },
});
