// Where the commands are: src/commands/APPLET/NAME.ts.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const directory = join(root, 'src', 'commands');

export const applets = readdirSync(directory).filter((name) => existsSync(join(directory, name, 'index.ts')));

/** The files of an applet's commands without `.ts`, in alphabetical order. */
export const commandFiles = (applet) =>
  readdirSync(join(directory, applet))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts' && file !== 'manifest.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
