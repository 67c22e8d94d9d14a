import { isRecord } from '../lib/read.js';

/** One value of a file of clouds, and the file that it is from. */
export interface Leaf {
  readonly value: unknown;
  readonly from: string;
}

/** A map of a file of clouds; its leaves remember their file when several are merged. */
export type Branch = ReadonlyMap<string, Node>;
export type Node = Branch | Leaf;

/** A document as a tree; what is no map is an empty one. */
export function plant(document: unknown, from: string): Branch {
  const entries = isRecord(document) ? Object.entries(document) : [];
  return new Map(entries.map(([key, value]) => [key, isRecord(value) ? plant(value, from) : { value, from }]));
}

/** The members of a node; none for a leaf, and for what is not there. */
export function branch(node: Node | undefined): Branch {
  return node instanceof Map ? node : new Map();
}

/** The leaf, if there is one and it is not null. */
export function leaf(node: Node | undefined): Leaf | undefined {
  if (node === undefined || node instanceof Map) return undefined;
  const found = node as Leaf;
  return found.value === null || found.value === undefined ? undefined : found;
}

/** The text of a leaf; empty where there is none, or a list. */
export function textOf(node: Node | undefined): string {
  const value = leaf(node)?.value;
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
}

/** Maps are merged at every depth, everything else is replaced (openstacksdk `config/_util.py` merge_clouds). */
export function mergeDeep(below: Branch, above: Branch): Branch {
  const merged = new Map(below);
  for (const [key, node] of above) {
    const old = merged.get(key);
    merged.set(key, node instanceof Map && old instanceof Map ? mergeDeep(old, node) : node);
  }
  return merged;
}

/** Only `auth` is merged, everything else is replaced (openstacksdk `config/loader.py` _auth_update). */
export function mergeAuth(below: Branch, above: Branch): Branch {
  const merged = new Map(below);
  for (const [key, node] of above) {
    const isAuth = key === 'auth' && node instanceof Map;
    if (key === 'auth' && !isAuth) continue;
    merged.set(key, isAuth ? new Map([...branch(merged.get(key)), ...node]) : node);
  }
  return merged;
}

/** `-` and `_` mean the same in keys (openstacksdk `config/_util.py` normalize_keys); the last of two spellings counts. */
export function normalize(tree: Branch): Branch {
  return new Map(
    [...tree].map(([key, node]) => [key.replaceAll('-', '_'), node instanceof Map ? normalize(node) : node]),
  );
}
