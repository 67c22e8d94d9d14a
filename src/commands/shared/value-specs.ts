import { Failure, UsageError } from '../../core/errors.js';
import { pythonRepr } from '../../lib/python/repr.js';
import type { Query } from '../../session/session.js';

type Value = string | readonly string[];
type Dictionary = Readonly<Record<string, string>>;
type Convert = (text: string, option: string) => string | Dictionary;

/** What `type=` may say (neutronclient `common/utils.py` str2bool and str2dict), as it stands in a query. */
const TYPES: Readonly<Record<string, Convert>> = {
  str: (text) => text,
  bool: (text) => (text.toLowerCase() === 'true' ? 'True' : 'False'),
  int: (text, option) => {
    if (/^\s*[+-]?\d+\s*$/.test(text)) return String(Number(text));
    throw new UsageError(`argument ${option}: invalid int value: '${text}'`);
  },
  dict: (text, option) => {
    const [first = '', ...more] = text.split(',');
    if (text !== '' && !first.includes('=')) {
      throw new UsageError(`argument ${option}: missing value for key '${first}'`);
    }
    // A comma without a key belongs to the value before it.
    const pairs = text === '' ? [] : [first];
    for (const part of more) {
      if (part.includes('=')) pairs.push(part);
      else pairs.push(`${pairs.pop()},${part}`);
    }
    return Object.fromEntries(pairs.map((pair) => [pair.replace(/=.*/s, ''), pair.replace(/^[^=]*=/s, '')]));
  },
};

/** One option that is being read. */
interface Spec {
  readonly option: string;
  readonly values: string[];
  /** `--key=value`: it takes no more. */
  readonly isWhole: boolean;
  type?: string;
  isList?: true;
  isClear?: true;
}

/**
 * Words that no option takes as a query, as neutronclient reads them (`neutron/v2_0/__init__.py` parse_args_to_dict):
 * `--key value`, `--key=value`, `--key` for true, `--key a b` for a list, `--key type=bool true`, `list=true`,
 * `action=clear`; dashes of names become underscores.
 * @throws Failure in its words for what does not fit together
 */
export function valueSpecs(words: readonly string[]): Query {
  const invalid = (): Failure => new Failure(`Invalid values_specs ${words.join(' ')}`);
  const specs = new Map<string, Spec>();
  let spec: Spec | undefined;
  for (const word of words[0] === '--' ? words.slice(1) : words) {
    if (word.startsWith('---')) throw invalid();
    if (word.startsWith('--')) {
      const [option = '', ...rest] = word.split('=');
      if (option === '--') throw invalid();
      if (specs.has(option)) throw new Failure(`Duplicated options ${words.join(' ')}`);
      spec = { option, values: rest.length > 0 ? [rest.join('=')] : [], isWhole: rest.length > 0 };
      specs.set(option, spec);
    } else if (word.startsWith('type=') && spec?.type === undefined) {
      const type = word.slice('type='.length);
      if (spec === undefined) throw invalid();
      if (!Object.hasOwn(TYPES, type)) {
        throw new Failure(`Invalid value_specs ${words.join(' ')}: type ${type} is not supported`);
      }
      spec.type = type;
    } else if (word === 'list=true' && spec !== undefined) spec.isList = true;
    else if (word === 'action=clear' && spec !== undefined) spec.isClear = true;
    else {
      const isOption = word.startsWith('-') && Number.isNaN(Number(word));
      if (spec === undefined || spec.isWhole || isOption) throw invalid();
      spec.values.push(word);
    }
  }
  const made = ({ option, values, type, isList, isClear }: Spec): Value => {
    if (values.length === 0 && (type !== undefined || isList)) throw invalid();
    if (values.length === 0) return isClear ? 'None' : 'True';
    const all = values.map((text) => (TYPES[type ?? 'str'] as Convert)(text, option));
    const [first = ''] = all;
    if (values.length > 1 || isList) return all.map((one) => (typeof one === 'string' ? one : pythonRepr(one)));
    // Of a dictionary, Python's urlencode sends the keys.
    return typeof first === 'string' ? first : Object.keys(first);
  };
  return Object.fromEntries([...specs].map(([option, one]) => [option.slice(2).replaceAll('-', '_'), made(one)]));
}
