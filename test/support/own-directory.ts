import { dirname } from 'node:path';
import type { OwnDirectory } from '../../src/storage/directories.js';

/** A directory as `~/.cache/stackline` is one: what is two above it has to be there already. */
export const ownDirectory = (path: string): OwnDirectory => ({ path, within: dirname(dirname(path)) });
