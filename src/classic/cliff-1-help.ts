import type { FormatterHelp } from './client.js';

const head = (choices: string): string => `
output formatters:
  output formatter options

  -f ${choices}, --format ${choices}
                        the output format, defaults to table
  -c COLUMN, --column COLUMN
                        specify the column(s) to include, can be repeated
`;

const csv = `
CSV Formatter:
  --quote {all,minimal,none,nonnumeric}
                        when to include quotes, defaults to nonnumeric
`;

const shell = `
shell formatter:
  a format a UNIX shell can parse (variable="value")

  --prefix PREFIX       add a prefix to all variable names
`;

/** What cliff 1.3 adds to each command (`display.py`, `lister.py`, `show.py` and `formatters/`), folded at 80 columns. */
export default {
  list: {
    usage: ['[-h]', '[-f {csv,table}]', '[-c COLUMN]', '[--quote {all,minimal,none,nonnumeric}]'],
    sections: head('{csv,table}') + csv,
  },
  show: {
    usage: ['[-h]', '[-f {shell,table}]', '[-c COLUMN]', '[--prefix PREFIX]'],
    sections: head('{shell,table}') + shell,
  },
  text: { usage: ['[-h]'], sections: '' },
} satisfies FormatterHelp;
