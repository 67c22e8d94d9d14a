/** The read commands of swift against the embedded cloud, by its own login of 2010 and by Identity, with swiftclient 4.1. */
import { swift41 } from '../cloud/clouds.js';
import { sideBySide } from '../cloud/side-by-side.js';
import { byV3, embedded, sandbox } from './embedded.js';

const exported = await sandbox();
const known = await embedded(exported);
const cloud = {
  ...known,
  env: byV3(exported),
  member: (name: string) => byV3({ ...exported, ...known.member(name) }),
};

/** The peer shows what the server says of the connection, which the real one does not say. */
const but = (is: RegExp) => ({ is, because: 'headers of the connection, which Node adds, are no part of an answer' });

const cases = (as: string) => [
  { run: 'list', as, finds: 'images' },
  { run: 'list --lh', as, finds: 'images' },
  { run: 'list images', as },
  { run: 'list images -l', as },
  { run: 'list nosuch', as },
  { run: 'stat', as, finds: 'Account', stdout: but(/Containers: 1\n/) },
  { run: 'stat images', as, finds: 'Container: images', stdout: but(/Container: images\n/) },
  { run: 'stat nosuch', as },
  { run: 'capabilities', as, finds: 'account_listing_limit' },
];
sideBySide(cloud, swift41, cases('jtopjian'));
sideBySide(known, swift41, [{ run: 'list --auth-version 2', as: 'jtopjian', finds: 'images' }]);
