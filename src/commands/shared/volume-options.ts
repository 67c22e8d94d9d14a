import { type Option, optionalInteger, optionalText, several, text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { boolFromString, FALSE_WORDS, TRUE_WORDS } from '../../lib/python/bool-from-string.js';
import { SORT_KEYS } from '../../services/volume/listing.js';

const DEPRECATED =
  "This option is deprecated and will be removed in newer release. Please use '--filters' option which is " +
  'introduced since 3.33 instead.';

export const allTenants = optionalInteger('<0|1>', 'Shows details for all tenants. Admin only.', {
  env: ['ALL_TENANTS'],
});

export const tenant = optionalText('<tenant>', 'Display information from single tenant (Admin only).');

/** A filter that is an option of its own, as it was before `--filters`. */
export const filter = (name: string, placeholder = `<${name}>`, details: Parameters<typeof text>[2] = {}) =>
  text(placeholder, `Filters results by a ${name.replaceAll('_', ' ')}. Default=None. ${DEPRECATED}`, details);

export const bootable: Option<string | undefined> = {
  ...optionalText('<True|true|False|false>', `Filters results by bootable status. Default=None. ${DEPRECATED}`, {
    const: 'True',
  }),
  choices: ['True', 'true', 'False', 'false'],
};

/** Filters by metadata of `what`, as cinderclient had them before `--filters`. */
export const metadata = (what: string, details: Parameters<typeof several>[2] = {}) =>
  several('<key=value>', `Filters results by a ${what} key and value pair. Default=None. ${DEPRECATED}`, details);

/** `--filters`, which a list has from this version of the API on. */
export const filters = (apiVersion: string, help?: string) =>
  several(
    '<key=value>',
    help ??
      "Filter key and value pairs. Please use 'cinder list-filters' to check enabled filters from server. Use " +
        "'key~=value' for inexact filtering if the key supports. Default=None.",
    { apiVersion },
  );

/** Given with any text but an empty one, it is true: Python's bool(). */
export const withCount = (many: string) =>
  optionalText(
    '<True|False>',
    `Show total number of ${many} entities. This is useful when pagination is applied in the request.`,
    { const: 'True', apiVersion: '3.45' },
  );

/** Which part of a list, and in which order. */
export const paging = (one: string, details: { readonly apiVersion?: string } = {}, keys = SORT_KEYS) => ({
  marker: text(
    '<marker>',
    `Begin returning ${one}s that appear later in the ${one} list than that represented by this id. Default=None.`,
    details,
  ),
  limit: text('<limit>', `Maximum number of ${one}s to return. Default=None.`, details),
  sort: text(
    '<key>[:<direction>]',
    'Comma-separated list of sort keys and directions in the form of <key>[:<asc|desc>]. Valid keys: ' +
      `${keys.join(', ')}. Default=None.`,
    details,
  ),
});

/**
 * @param options the filters that were given as options of their own, by the API's names
 * @throws Failure when one is given twice
 */
export function checkOnce(given: readonly (readonly string[])[], options: Readonly<Record<string, unknown>>): void {
  const named = given.flatMap(([first = '']) => [first.replace(/=.*/s, '')]).filter((key) => key in options);
  const typed = named.filter((key, index) => options[key] !== undefined || named.indexOf(key) !== index);
  if (typed.length > 0) throw new Failure('Filters are only allowed to be passed once.');
}

/** A word that is true, or is not. @throws Failure, where it is strict, for what is neither */
export function truthOf(text: string | undefined, strict = false): boolean {
  const truth = boolFromString(text ?? '');
  if (strict && truth === undefined) {
    const all = [...TRUE_WORDS, ...FALSE_WORDS].sort().map((one) => `'${one}'`);
    throw new Failure(`Unrecognized value '${text ?? ''}', acceptable values are: ${all.join(', ')}`);
  }
  return truth ?? false;
}
