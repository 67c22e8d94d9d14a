import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface Import {
  /** Relative to the project: `src/cli/parse.ts`. */
  readonly from: string;
  /** Relative to the project for our own files, else the package's name. */
  readonly to: string;
  readonly kind: 'static' | 'type' | 'thunk';
}

/** All source files below a directory, relative to the project. */
export function sources(directory: string): string[] {
  return readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(directory, name))
    .sort();
}

/** The text without comments, so that prose about an import is not one. */
export function code(file: string): string {
  return readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

export function importsOf(file: string): Import[] {
  const text = code(file);
  const found: Import[] = [];
  for (const [, type, names, to] of text.matchAll(/^(?:import|export)\s+(type\s)?([^'";]*?)\s*from\s*'([^']+)'/gm)) {
    const onlyTypes =
      type !== undefined ||
      (names ?? '')
        .replace(/[{}\s]/g, '')
        .split(',')
        .every(isType(names ?? ''));
    found.push({ from: file, to: target(file, to ?? ''), kind: onlyTypes ? 'type' : 'static' });
  }
  for (const [, to] of text.matchAll(/^import\s*'([^']+)'/gm)) {
    found.push({ from: file, to: target(file, to ?? ''), kind: 'static' });
  }
  for (const [, to] of text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)) {
    found.push({ from: file, to: target(file, to ?? ''), kind: 'thunk' });
  }
  return found;
}

/** `{ type A, type B }` brings types only, though the statement does not begin with `import type`. */
const isType = (names: string) => (): boolean => {
  const inner = /\{([\s\S]*)\}/.exec(names)?.[1];
  if (inner === undefined || /^[^{]*\w/.test(names.slice(0, names.indexOf('{')))) return false;
  return inner
    .split(',')
    .filter((name) => name.trim() !== '')
    .every((name) => name.trim().startsWith('type '));
};

function target(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return relative(root, normalize(join(root, dirname(file), specifier))).replace(/\.js$/, '.ts');
}

/** Sets of files that import one another, directly or by way of others, but for types: each as a sorted list. */
export function circles(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to, kind } of imports) if (kind !== 'type') next.set(from, [...(next.get(from) ?? []), to]);
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(next.get(start) ?? [])];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      open.push(...(next.get(file) ?? []));
    }
    return seen;
  };
  const reached = new Map([...next.keys()].map((file) => [file, reach(file)]));
  const groups = [...next.keys()]
    .filter((file) => reached.get(file)?.has(file))
    .map((file) =>
      [...(reached.get(file) ?? [])]
        .filter((other) => reached.get(other)?.has(file))
        .sort()
        .join('\n'),
    );
  return [...new Set(groups)].map((group) => group.split('\n'));
}
