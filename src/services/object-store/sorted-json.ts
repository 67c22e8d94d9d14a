import { DEEPEST, tooDeep } from '../../core/nesting.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import { jsonText } from '../../lib/python/json-text.js';
import { isRecord } from '../../lib/read.js';

/** JSON as Python's `json.dumps(…, sort_keys=True, indent=2)` writes it. */
export const sortedJson = (value: unknown, margin = ''): string =>
  jsonText(sorted(value), { ascii: true, indented: true }, margin);

function sorted(value: unknown, level = 1): unknown {
  if (level > DEEPEST) throw tooDeep();
  if (Array.isArray(value)) return value.map((one) => sorted(one, level + 1));
  // Numbers that are kept as they were written are objects of their own.
  if (!isRecord(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).sort(([one], [other]) => compareCodePoints(one, other));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner, level + 1)]));
}
