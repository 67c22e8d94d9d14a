import { isNested } from '../../core/exact-number.js';
import { visibleLine, visibleLines } from '../../lib/escape.js';
import { pythonText } from '../../lib/python/repr.js';

/** Deeper than this, what is in a value stays on one line. */
const DEEPEST = 6;

/**
 * A nested value as people read it: one member a line, indented below its name, items behind dashes; a text of several
 * lines, such as a traceback, below a bar, as YAML has it.
 */
export function nestedLines(value: object, depth = 0): string {
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
  if (entries.length === 0) return Array.isArray(value) ? '[]' : '{}';
  if (depth >= DEEPEST) return visibleLine(pythonText(value));
  const lines = entries.map(([key, item]: [string, unknown]) => {
    const text = isNested(item) ? nestedLines(item, depth + 1) : scalar(item);
    if (Array.isArray(value)) return `- ${indented(text)}`;
    const isBelow = isNested(item) && !/^(?:\[\]|\{\})$/.test(text);
    return isBelow ? `${visibleLine(key)}:\n  ${indented(text)}` : `${visibleLine(key)}: ${text}`;
  });
  return lines.join('\n');
}

function scalar(value: unknown): string {
  if (value === null || value === undefined) return '-';
  const text = pythonText(value).replaceAll('\r\n', '\n').replace(/\n$/, '');
  return text.includes('\n') ? `|\n  ${indented(visibleLines(text))}` : visibleLine(text);
}

const indented = (text: string): string => text.replaceAll('\n', '\n  ');
