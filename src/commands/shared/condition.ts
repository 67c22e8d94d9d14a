import { UsageError } from '../../core/errors.js';
import { asRecord, type Json } from '../../lib/read.js';

/** What `--for` waits for: that the thing is gone, or that a field of it has one of these values, or none of them. */
export type Condition =
  | { readonly kind: 'gone' }
  | { readonly kind: 'is' | 'is not'; readonly field: string; readonly values: readonly string[] };

/**
 * Reads `gone`, `status=ACTIVE`, `status!=BUILD`, `status in (ACTIVE, SHUTOFF)` or `status=ACTIVE,SHUTOFF`.
 *
 * @throws UsageError for anything else
 */
export function conditionOf(text: string): Condition {
  if (/^\s*gone\s*$/i.test(text)) return { kind: 'gone' };
  const several = /^\s*([\w:.-]+)\s+(not\s+)?in\s+\(?([^()]*)\)?\s*$/i.exec(text);
  const [, field, not, listed] = several ?? /^\s*([\w:.-]+)\s*(!)?={1,2}\s*(.*?)\s*$/s.exec(text) ?? [];
  if (field === undefined || listed === undefined) {
    throw new UsageError(`argument --for: not understood: '${text}'`, {
      hint: "For example: gone, status=ACTIVE, status!=BUILD, 'status in (ACTIVE, SHUTOFF)'.",
    });
  }
  const values = listed.split(',').map((value) => value.trim());
  return { kind: not === undefined ? 'is' : 'is not', field, values };
}

/**
 * The value of a field as text: by the API's name, by what follows its prefix (`task_state` is `OS-EXT-STS:task_state`), or
 * by a path of such names (`fault.message`). Undefined: it has no such field.
 */
export function fieldText(item: Json, field: string): string | undefined {
  const value =
    valueAt(item, field) ?? field.split('.').reduce<unknown>((at, name) => valueAt(asRecord(at), name), item);
  if (value === undefined) return undefined;
  if (value === null) return 'none';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function valueAt(item: Json, name: string): unknown {
  if (Object.hasOwn(item, name)) return item[name];
  const plain = (text: string): string => text.toLowerCase().replaceAll('-', '_');
  const key = Object.keys(item).find((one) => plain(one) === plain(name) || plain(one).endsWith(`:${plain(name)}`));
  return key === undefined ? undefined : item[key];
}

/** Is it so? Upper and lower case are the same; nothing, `-`, `none` and `null` are. */
export function holds({ kind, field, values }: Exclude<Condition, { kind: 'gone' }>, item: Json): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/^(?:-|null|)$/, 'none');
  const is = plain(fieldText(item, field) ?? '');
  return values.some((value) => plain(value) === is) === (kind === 'is');
}
