import type { FormatterHelp } from './client.js';

const list = '{csv,json,table,value,yaml}';
const show = '{json,shell,table,value,yaml}';

const head = (choices: string): string => `
output formatters:
  output formatter options

  -f ${choices}, --format ${choices}
                        the output format, defaults to table
  -c COLUMN, --column COLUMN
                        specify the column(s) to include, can be repeated to
                        show multiple columns
`;

const sorting = `  --sort-column SORT_COLUMN
                        specify the column(s) to sort the data (columns
                        specified first have a priority, non-existing columns
                        are ignored), can be repeated
  --sort-ascending      sort the column(s) in ascending order
  --sort-descending     sort the column(s) in descending order

CSV Formatter:
  --quote {all,minimal,none,nonnumeric}
                        when to include quotes, defaults to nonnumeric
`;

const json = `
json formatter:
  --noindent            whether to disable indenting the JSON
`;

const shell = `
shell formatter:
  a format a UNIX shell can parse (variable="value")

  --prefix PREFIX       add a prefix to all variable names
`;

const table = `
table formatter:
  --max-width <integer>
                        Maximum display width, <1 to disable. You can also use
                        the CLIFF_MAX_TERM_WIDTH environment variable, but the
                        parameter takes precedence.
  --fit-width           Fit the table to the display width. Implied if --max-
                        width greater than 0. Set the environment variable
                        CLIFF_FIT_WIDTH=1 to always enable
  --print-empty         Print empty table if there is no data to show.
`;

const widths = ['[--max-width <integer>]', '[--fit-width]', '[--print-empty]'];

/** What cliff 4 adds to each command (`display.py`, `lister.py`, `show.py` and `formatters/`), folded at 80 columns. */
export default {
  list: {
    usage: [
      '[-h]',
      `[-f ${list}]`,
      '[-c COLUMN]',
      '[--quote {all,minimal,none,nonnumeric}]',
      '[--noindent]',
      ...widths,
      '[--sort-column SORT_COLUMN]',
      '[--sort-ascending | --sort-descending]',
    ],
    sections: head(list) + sorting + json + table,
  },
  show: {
    usage: ['[-h]', `[-f ${show}]`, '[-c COLUMN]', '[--noindent]', '[--prefix PREFIX]', ...widths],
    sections: head(show) + json + shell + table,
  },
  text: { usage: ['[-h]'], sections: '' },
} satisfies FormatterHelp;
