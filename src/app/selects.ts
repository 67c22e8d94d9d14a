import type { Globals } from '../cli/globals.js';

/** Do the options say which rows or columns are wanted? */
export function selects({ column, addColumn, sortColumn, where, maxItems, query, raw }: Globals): boolean {
  if (column.length > 0 || sortColumn.length > 0 || raw) return true;
  return (where ?? maxItems ?? query) !== undefined || (addColumn ?? []).length > 0;
}
