/**
 * How PyYAML quotes a text (emitter.py, analyze_scalar and choose_scalar_style): not at all when it would be read back
 * as the same text, between single quotes when nothing in it needs an escape.
 */
export function quotesOf(text: string, key: boolean): 'none' | 'single' | 'double' {
  if (text === '') return 'single';
  // Blanks on either side of a line break are lost between single quotes, as is everything outside ASCII here.
  if (SPECIAL.test(text) || text.includes(' \n') || text.includes('\n ')) return 'double';
  if (text.includes('\n')) return key ? 'double' : 'single';
  if (ENDS_IN_BLANKS.test(text) || INDICATORS.test(text) || READ_AS_SOMETHING_ELSE.test(text)) return 'single';
  return 'none';
}

const SPECIAL = /[^\n\x20-\x7e]/;
const ENDS_IN_BLANKS = /^ | $/;

/** Document markers; signs at the start; `- `, `? ` and `: ` wherever they mean structure; comments. */
const INDICATORS = /^(?:---|\.\.\.)|^[#,[\]{}&*!|>'"%@`]|^[?:-](?: |$)|:(?: |$)| #/;

/** Plain texts that YAML 1.1 takes for booleans, numbers, null, dates, merge keys and default values (resolver.py). */
const READ_AS_SOMETHING_ELSE = new RegExp(
  `^(?:${[
    'yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF',
    '[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?',
    '\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?',
    '[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*',
    '[-+]?\\.(?:inf|Inf|INF)',
    '\\.(?:nan|NaN|NAN)',
    '[-+]?0b[0-1_]+',
    '[-+]?0[0-7_]+',
    '[-+]?(?:0|[1-9][0-9_]*)',
    '[-+]?0x[0-9a-fA-F_]+',
    '[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+',
    '~|null|Null|NULL',
    '<<|=',
    '[0-9]{4}-[0-9]{2}-[0-9]{2}',
    '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?' +
      '(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?',
  ].join('|')})$`,
);
