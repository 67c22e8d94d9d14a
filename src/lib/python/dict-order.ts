import { DEEPEST, tooDeep } from '../../core/nesting.js';
import { isRecord } from '../read.js';

const MASK = (1n << 64n) - 1n;

/** Python 2's hash() of a text, on 64 bits, without randomization. */
function hash(text: string): bigint {
  const points = Array.from(text, (char) => BigInt(char.codePointAt(0) ?? 0));
  const first = points[0];
  if (first === undefined) return 0n;
  let value = (first << 7n) & MASK;
  for (const point of points) value = ((1000003n * value) & MASK) ^ point;
  value ^= BigInt(points.length);
  return value === MASK ? MASK - 1n : value;
}

/** Slots that are found taken, beside some for each key: a dict of ordinary keys needs far fewer. */
const MOST_PROBES = 10_000;

/**
 * The order in which a dict of Python 2.7 gives out these keys after they were put in one by one: what the classic
 * clients iterate over without sorting comes in it. Each key once. (CPython 2.7 `Objects/dictobject.c`: open
 * addressing from 8 slots on, four times as many as are used when two thirds are taken.) Keys that were chosen so that
 * their hashes are all the same would take for ever: they stay in the order in which they came.
 */
export function python2Order(keys: Iterable<string>): readonly string[] {
  let slots: (string | undefined)[] = Array(8).fill(undefined);
  let used = 0;
  let probes = 0;
  const put = (key: string): void => {
    const wrap = BigInt(slots.length - 1);
    let perturb = hash(key);
    let at = perturb;
    while (slots[Number(at & wrap)] !== undefined) {
      at = ((at << 2n) + at + perturb + 1n) & MASK;
      perturb >>= 5n;
      probes += 1;
    }
    slots[Number(at & wrap)] = key;
  };
  const all = [...new Set(keys)];
  for (const key of all) {
    put(key);
    used += 1;
    if (probes > MOST_PROBES + 20 * all.length) return all;
    if (used * 3 < slots.length * 2) continue;
    const before = slots;
    let size = 8;
    while (size <= used * (used > 50_000 ? 2 : 4)) size *= 2;
    slots = Array(size).fill(undefined);
    for (const one of before) if (one !== undefined) put(one);
  }
  return slots.filter((key) => key !== undefined);
}

/** A value whose objects, at any depth, have their keys in the order of Python 2's dicts. */
export function inPython2Order(value: unknown, level = 1): unknown {
  if (level > DEEPEST) throw tooDeep();
  if (Array.isArray(value)) return value.map((one) => inPython2Order(one, level + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    python2Order(Object.keys(value)).map((key) => [key, inPython2Order(value[key], level + 1)]),
  );
}
