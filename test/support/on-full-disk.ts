/**
 * Writes files as a process of its own that `ulimit -f 0` lets make files, but not fill them: `on-full-disk.ts DIRECTORY`.
 * Says what became of each way.
 */
import { join } from 'node:path';
import { createAtomically, replaceAtomically } from '../../src/storage/atomic-file.js';
import { replaceFile } from '../../src/storage/replace-file.js';
import { tlsTickets } from '../../src/storage/tls-tickets.js';
import { tokenFiles } from '../../src/storage/token-files.js';

const [directory = ''] = process.argv.slice(2);
const uid = process.getuid?.();
const noLinks = (): never => {
  throw Object.assign(new Error('no hard links'), { code: 'EPERM' });
};
const told = (what: string, action: () => unknown): void => {
  try {
    process.stdout.write(`${what}: ${action()}\n`);
  } catch (error) {
    process.stdout.write(`${what}: ${error instanceof Error && 'code' in error ? error.code : error}\n`);
  }
};

told('create', () => createAtomically(join(directory, 'new'), 'content'));
told('replace', () => replaceAtomically(join(directory, 'old'), 'content'));
told('no links', () => createAtomically(join(directory, 'in-place'), 'content', 0o600, noLinks));
await tokenFiles({ path: join(directory, 'cache'), within: directory }, uid).save('login', () => ({ login: true }));
told('output', () => {
  const file = replaceFile(join(directory, 'old'), () => () => undefined);
  try {
    file.write('content');
  } catch (error) {
    file.discard();
    throw error instanceof Error ? error.message.replace(directory, '') : error;
  }
});
const tickets = tlsTickets({ path: join(directory, 'kept'), within: directory }, uid, Date.now, []);
tickets.set('host', Buffer.from('ticket'));
told('ticket', () => tickets.get('host'));
