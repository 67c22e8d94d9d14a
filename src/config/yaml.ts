import { isScalar, LineCounter, parseDocument, Scalar, visit } from 'yaml';
import { Failure } from '../core/errors.js';

/** Far more than a file for people holds; what it expands to is limited as well. */
const LARGEST = 1024 * 1024;
/** Levels of nesting: settings need five. */
const DEEPEST = 64;
const ALIASES = 100;

/**
 * Reads one YAML document as maps, lists, null and text. Numbers, dates and switches stay the text that was written:
 * a password of `0123` or a version of `2.10` is not what YAML's numbers make of it. `<<` merges, the last of two equal
 * keys counts, as in PyYAML.
 *
 * @throws Failure with the place of the mistake and nothing of the text, which may be a password
 */
export function readYaml(text: string, path: string): unknown {
  if (text.length > LARGEST) throw new Failure(`${path} is larger than ${LARGEST} bytes: no file of settings.`);
  if (isHopeless(text)) throw unreadable(path, 'its brackets or dashes are too many');
  try {
    const lineCounter = new LineCounter();
    const document = parseDocument(text, {
      lineCounter,
      schema: 'failsafe',
      merge: true,
      uniqueKeys: false,
      // They show the whole line for each mistake in it.
      prettyErrors: false,
      logLevel: 'error',
    });
    const [mistake] = document.errors;
    if (mistake !== undefined) {
      const { line, col } = lineCounter.linePos(mistake.pos[0]);
      throw unreadable(path, `line ${line}, column ${col}: ${sentences[mistake.code] ?? 'it cannot be understood'}`);
    }
    visit(document, {
      Node: (_key, node, parents) => {
        if (parents.length > DEEPEST) throw unreadable(path, 'it is nested too deeply');
        if (isScalar(node) && node.type === Scalar.PLAIN && /^(~|null|Null|NULL|)$/.test(String(node.value))) {
          node.value = null;
        }
      },
    });
    return document.toJS({ maxAliasCount: ALIASES, mapAsMap: false }) as unknown;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const isBomb = error instanceof Error && error.message.startsWith('Excessive alias count');
    if (isBomb) throw unreadable(path, 'its aliases make too much of it');
    throw unreadable(path, error instanceof RangeError ? 'it is nested too deeply' : 'an alias of nothing');
  }
}

/** Brackets, or dashes of lists in one line, of which no file for people has so many open, or closed and never opened. */
const MOST_OPEN = 500;

/**
 * Would the parser go so deep that the process ends? It calls itself for each level, and a regular expression that has to
 * be compiled where the stack is all but used up takes the whole process with it. Brackets within quotes count too.
 */
function isHopeless(text: string): boolean {
  let brackets = 0;
  let dashes = 0;
  let closed = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '[' || char === '{') brackets += 1;
    else if (char === ']' || char === '}') {
      if (brackets > 0) brackets -= 1;
      else closed += 1;
    } else if (char === '\n') dashes = 0;
    else if ((char === '-' || char === '?') && /\s/.test(text[at + 1] ?? '')) dashes += 1;
    if (Math.max(brackets, dashes, closed) > MOST_OPEN) return true;
  }
  return false;
}

/** The mistakes that people make; the others are told by their place. */
const sentences: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab; YAML is indented by spaces',
  BAD_INDENT: 'the indentation does not fit',
  MISSING_CHAR: 'a quote or bracket is missing',
  BAD_ALIAS: 'an alias of nothing',
  MULTIPLE_DOCS: 'a second document begins',
  UNEXPECTED_TOKEN: 'something that does not belong there',
  BLOCK_IN_FLOW: 'a block inside brackets',
  MULTILINE_IMPLICIT_KEY: 'a key without its colon and blank',
};

function unreadable(path: string, why: string): Failure {
  return new Failure(`${path} cannot be read: ${why}.`, { hint: 'Check it with any YAML checker.' });
}
