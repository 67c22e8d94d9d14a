import type { Links, Place } from '../../command/context.js';
import { list } from '../../command/define.js';
import { optionalArgument } from '../../command/options.js';

export default list({
  login: false,
  style: 'cliff',
  arguments: { folder: optionalArgument('<folder>', 'Only this folder; left out: all of PATH, first ones first.') },
  rows: async function* ({ args, program }) {
    const links = await program.links();
    const folders = args.folder === undefined ? links.folders : [links.folder(args.folder)];
    yield program.names.flatMap((name) =>
      placesOf(links, folders, name)
        .filter(({ state }) => state !== 'none' || args.folder !== undefined)
        .map((place) => ({ name, ...place })),
    );
  },
  columns: {
    name: { title: 'Name', value: ({ name }) => name },
    path: { title: 'Path', value: ({ file }) => file },
    ours: { title: 'Ours', value: ({ state }) => state === 'ours' },
    what: { title: 'What', value: ({ state, what }) => what ?? (state === 'ours' ? 'a link to us' : 'not there') },
  },
});

/** A folder of PATH that nobody may look into holds nothing that could be called. */
function placesOf(links: Links, folders: readonly string[], name: string): readonly Place[] {
  return folders.flatMap((folder) => {
    try {
      return [links.look(folder, name)];
    } catch (error) {
      if (folders.length === 1) throw error;
      return [];
    }
  });
}
