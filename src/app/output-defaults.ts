import { type Globals, keptChoices } from '../cli/globals.js';
import type { Route } from '../cli/route.js';
import { type UserConfig, userConfigColumns } from '../config/user-config.js';
import { Failure } from '../core/errors.js';

/**
 * Output options with the format, the colours and the columns of the user configuration where no option says otherwise.
 * Columns are for people: machine formats keep all of them.
 *
 * @throws Failure for a value that the option does not have, naming the file
 */
export function withDefaults(globals: Globals, userConfig: UserConfig, { applet, verb }: Route): Globals {
  const format = globals.format ?? choice('format', userConfig);
  const color = globals.color ?? choice('color', userConfig);
  const isTable = (format ?? 'table').startsWith('table');
  const columns = isTable && globals.column.length === 0 ? userConfigColumns(userConfig, applet, verb ?? '') : [];
  return { ...globals, format, color, ...(columns.length === 0 ? {} : { column: columns }) } as Globals;
}

/** A value of the file, if it is one that the option could have. */
function choice(key: 'format' | 'color', { path, values }: UserConfig): string | undefined {
  const value = values[key];
  const choices = keptChoices(key);
  if (value === undefined || choices.includes(value)) return value;
  throw new Failure(`${path} has no ${key} that there is: '${value}'.`, { hint: `One of ${choices.join(', ')}.` });
}
