import type { Style } from '../core/view.js';
import { pythonRepr } from '../lib/python/repr.js';
import { jsonText } from './json-text.js';

/** The text of null, as the classic clients map it (novaclient/utils.py, keystoneclient/utils.py; Python's own). */
const NULL: Record<Style, string> = { nova: '-', keystone: '', cliff: 'None', manage: 'None' };

export function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What a person reads in a cell without a text of its own; numbers stay numbers because cliff aligns by them. */
export function textOf(style: Style, kind: 'list' | 'show', value: unknown): string | number {
  if (typeof value === 'string') return value;
  // nova makes text of a number, and sorts it as text, unless a column has a text of its own.
  if (typeof value === 'number') return style === 'nova' && kind === 'list' ? pythonRepr(value) : value;
  // The *-manage programs read databases: what the API does not tell is not what was empty there.
  if (value === undefined && style === 'manage') return '-';
  if (value === null || value === undefined) return NULL[style];
  if (isNested(value)) return nestedText(style, kind, value);
  return pythonRepr(value);
}

/** Lists and objects as text: `nova show` prints JSON (print_dict), everything else Python's str(). */
export function nestedText(style: Style, kind: 'list' | 'show', value: object): string {
  if (style === 'nova' && kind === 'show') return jsonText(value, { ascii: false });
  // keystone 2.3.2, the last one with a command line, is a Python 2 program, and so are the *-manage programs of its days.
  return pythonRepr(value, style === 'keystone' || style === 'manage' ? 2 : 3);
}
