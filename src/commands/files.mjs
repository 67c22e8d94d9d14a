// The files of the commands, for the build and for the manifests.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const directory = dirname(fileURLToPath(import.meta.url));

/** The programs that have commands, by their directories. */
export const applets = readdirSync(directory).filter((name) => existsSync(join(directory, name, 'index.ts')));

/** The files of an applet's commands without `.ts`, in alphabetical order. */
export const commandFiles = (applet) =>
  readdirSync(join(directory, applet))
    .flatMap((file) => /^(?!index\.|manifest\.|examples\.)(.*)\.ts$/.exec(file)?.[1] ?? [])
    .sort();
