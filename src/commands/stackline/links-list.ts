import type { LinkState, Links } from '../../command/context.js';
import { list } from '../../command/define.js';
import { optionalArgument } from '../../command/options.js';

export const about = { name: 'links list', summary: 'Show what nova, keystone and so on are.' };

export default list({
  login: false,
  arguments: { directory: optionalArgument('<dir>', 'Only this directory; left out: all of PATH, first ones first.') },
  rows: async function* ({ args, program }) {
    const links = await program.links();
    const directories = args.directory === undefined ? links.directories : [links.directory(args.directory)];
    const places = (name: string) => placesOf(links, directories, name).map((place) => ({ name, ...place }));
    yield [
      ...program.names.flatMap(places).filter(({ state }) => state !== 'none' || args.directory !== undefined),
      ...program.otherNames.flatMap(places).filter(({ state }) => state === 'ours'),
    ];
  },
  columns: {
    name: { title: 'Name', value: ({ name }) => name },
    path: { title: 'Path', value: ({ file }) => file },
    ours: { title: 'Ours', value: ({ state }) => state === 'ours' },
    what: { title: 'What', value: ({ state, what }) => what ?? (state === 'ours' ? 'a link to us' : 'not there') },
  },
});

/** A directory of PATH that nobody may look into holds nothing that could be called. */
function placesOf(links: Links, directories: readonly string[], name: string): readonly LinkState[] {
  return directories.flatMap((directory) => {
    try {
      return [links.look(directory, name)];
    } catch (error) {
      if (directories.length === 1) throw error;
      return [];
    }
  });
}
