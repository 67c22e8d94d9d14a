/** Keeps one login again and again, as a process of its own: `write-login.ts DIRECTORY MATERIAL WHO TIMES`. */
import { tokenFiles } from '../../src/storage/token-files.js';
import { ownDirectory } from './own-directory.js';

const [directory = '', material = '', who = '', times = '1'] = process.argv.slice(2);
const files = tokenFiles(ownDirectory(directory), process.getuid?.());
for (let time = 0; time < Number(times); time += 1) {
  await files.save(material, () => ({ who, filling: who.repeat(20_000) }));
  const found = files.find(material);
  if (typeof found !== 'object' || found === null || !('filling' in found)) process.exitCode = 1;
}
