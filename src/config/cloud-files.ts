import { isAbsolute, join } from 'node:path';
import { Failure } from '../core/errors.js';
import { expandHome } from '../lib/expand-home.js';
import type { CloudFile, CloudFiles } from './clouds.js';
import type { Environment } from './settings.js';
import { readYaml } from './yaml.js';

const SUFFIXES = ['yaml', 'yml', 'json'];

/** Gives the text of a file, undefined where there is none or it may not be read. */
export type ReadText = (path: string) => string | undefined;

/**
 * Where openstacksdk looks for files of clouds (`config/loader.py` CONFIG_SEARCH_PATH): the named one, the present
 * directory, the user's, the system's; in each `.yaml`, `.yml` and `.json`.
 *
 * @param name `clouds`, `secure` or `clouds-public`
 * @param cwd the current directory; undefined when it is gone
 */
export function searchOrder(name: string, env: Environment, cwd: string | undefined): readonly string[] {
  const named = { clouds: env.OS_CLIENT_CONFIG_FILE, secure: env.OS_CLIENT_SECURE_FILE }[name] ?? '';
  const directories = [cwd, ...userDirectories(env), ...siteDirectories(env), '/etc/openstack'].filter(
    (one) => one !== undefined,
  );
  const files = [...new Set(directories)].flatMap((directory) =>
    SUFFIXES.map((suffix) => join(directory, `${name}.${suffix}`)),
  );
  return named === '' ? files : [expandHome(named, env.HOME), ...files];
}

/** As appdirs has them: `$XDG_CONFIG_HOME`, then `~/.config` in any case (of a snap, the real home's). */
function userDirectories({
  XDG_CONFIG_HOME: xdg = '',
  HOME: home = '',
  SNAP_REAL_HOME: real = '',
}: Environment): string[] {
  const directories = [xdg, ...[home, real || home].filter((one) => one !== '').map((one) => join(one, '.config'))];
  return directories.filter((directory) => isAbsolute(directory)).map((directory) => join(directory, 'openstack'));
}

function siteDirectories({ XDG_CONFIG_DIRS: dirs = '' }: Environment): string[] {
  const directories = (dirs || '/etc/xdg').split(':');
  return directories.filter((directory) => isAbsolute(directory)).map((directory) => join(directory, 'openstack'));
}

/**
 * The first file of each kind. A file that cannot be read counts as absent, as for openstacksdk; one that makes no sense
 * is an error.
 *
 * @throws Failure for a file that is no YAML or JSON, or no map
 */
export function findCloudFiles(env: Environment, cwd: string | undefined, read: ReadText): CloudFiles {
  const find = (name: string): CloudFile | undefined => {
    for (const path of searchOrder(name, env, cwd)) {
      const text = read(path);
      if (text !== undefined) return { path, document: documentOf(text, path) };
    }
    return undefined;
  };
  const [clouds, secure, vendor] = [find('clouds'), find('secure'), find('clouds-public')];
  return {
    ...(clouds === undefined ? {} : { clouds }),
    ...(secure === undefined ? {} : { secure }),
    ...(vendor === undefined ? {} : { vendor }),
  };
}

function documentOf(text: string, path: string): unknown {
  const document = path.endsWith('json') ? parseJson(text, path) : readYaml(text, path);
  if (document === null || document === undefined) return {};
  if (typeof document === 'object' && !Array.isArray(document)) return document;
  throw new Failure(`${path} has no clouds: it is not a map.`, { hint: "It begins with 'clouds:'." });
}

function parseJson(text: string, path: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(`${path} cannot be read: it is not JSON.`, { hint: 'Check it with any JSON checker.' });
  }
}
