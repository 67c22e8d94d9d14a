import { DEEPEST, tooDeep } from '../../core/nesting.js';
import { compareCodePoints } from '../codepoints.js';
import { isRecord } from '../read.js';
import { pythonRepr } from './repr.js';

/** Columns in which pprint tries to stay. */
const WIDTH = 80;

/** A value as Python's pprint.pformat() writes it: on one line if it fits, else a line for each part, keys sorted. */
export function prettyPython(value: unknown): string {
  return laidOut(sorted(value), 0, 0, 1);
}

function laidOut(value: unknown, indent: number, allowance: number, level: number): string {
  const whole = pythonRepr(value);
  if (columns(whole) <= WIDTH - indent - allowance) return whole;
  const separator = `,\n${' '.repeat(indent + 1)}`;
  const parts = <T>(all: readonly T[], part: (one: T, allowed: number) => string): string =>
    all.map((one, index) => part(one, index === all.length - 1 ? allowance + 1 : 1)).join(separator);
  if (Array.isArray(value)) return `[${parts(value, (one, allowed) => laidOut(one, indent + 1, allowed, level + 1))}]`;
  if (isRecord(value)) {
    const pair = ([key, one]: readonly [string, unknown], allowed: number): string => {
      const name = pythonRepr(key);
      return `${name}: ${laidOut(one, indent + 1 + columns(name) + 2, allowed, level + 1)}`;
    };
    return `{${parts(Object.entries(value), pair)}}`;
  }
  return typeof value === 'string' ? brokenText(value, indent, allowance, level) : whole;
}

/** Python joins literals that follow one another; a line of the text, or as many words as fit, make one. */
function brokenText(value: string, outer: number, outerAllowance: number, level: number): string {
  const isAlone = level === 1;
  const [indent, allowance] = isAlone ? [outer + 1, outerAllowance + 1] : [outer, outerAllowance];
  const width = WIDTH - indent;
  const lines = value.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const pieces = lines.flatMap((line, index) => {
    const isLast = index === lines.length - 1;
    const literal = pythonRepr(line);
    return columns(literal) <= width - (isLast ? allowance : 0)
      ? [literal]
      : wordsThatFit(line, width, isLast ? allowance : 0).map((piece) => pythonRepr(piece));
  });
  if (pieces.length === 1) return pythonRepr(lines.at(-1));
  const text = pieces.join(`\n${' '.repeat(indent)}`);
  return isAlone ? `(${text})` : text;
}

function wordsThatFit(line: string, width: number, allowance: number): readonly string[] {
  const words = (line.match(/\S*\s*/g) ?? []).filter((word) => word !== '');
  const pieces: string[] = [];
  let current = '';
  for (const [index, word] of words.entries()) {
    const allowed = index === words.length - 1 ? width - allowance : width;
    if (columns(pythonRepr(current + word)) <= allowed) current += word;
    else {
      if (current !== '') pieces.push(current);
      current = word;
    }
  }
  return current === '' ? pieces : [...pieces, current];
}

function sorted(value: unknown, level = 1): unknown {
  if (level > DEEPEST) throw tooDeep();
  if (Array.isArray(value)) return value.map((one) => sorted(one, level + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => compareCodePoints(a, b))
      .map(([key, one]) => [key, sorted(one, level + 1)]),
  );
}

const columns = (text: string): number => [...text].length;
