/**
 * What reads a server's or a file's text takes linear time on 200 kB of whatever is repeated in it. A function that takes
 * a text and is not here, is in a list with the reason: none is forgotten.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commandWords } from '../../src/config/command-words.js';
import { readUserConfig } from '../../src/config/user-config.js';
import { readYaml } from '../../src/config/yaml.js';
import { mayLoseNumbers } from '../../src/core/exact-number.js';
import { isTooDeep } from '../../src/core/nesting.js';
import { secretRegistry } from '../../src/core/secrets.js';
import { redactedBody } from '../../src/http/curl.js';
import { beginningOfJson } from '../../src/http/partial-json.js';
import { pemBlocks } from '../../src/http/pem.js';
import { redactHeader, redactJsonText, redactText, redactUrl } from '../../src/http/redact.js';
import { kindOf } from '../../src/http/secret-names.js';
import { parseUrl, showUrl } from '../../src/http/url.js';
import { readCimText } from '../../src/hyperv/wsman/cim-text.js';
import { typedQuery } from '../../src/hyperv/wsman/wql.js';
import { compareAddresses } from '../../src/lib/address.js';
import { compareCodePoints } from '../../src/lib/codepoints.js';
import { visibleLine, visibleLines, visibleText } from '../../src/lib/escape.js';
import { parseExactly } from '../../src/lib/exact-json.js';
import { isIsoTime } from '../../src/lib/iso-time.js';
import { atLeast } from '../../src/lib/microversion.js';
import { pythonBytesRepr } from '../../src/lib/python/bytes.js';
import { pythonDate } from '../../src/lib/python/dates.js';
import { python2Order } from '../../src/lib/python/dict-order.js';
import { jsonString } from '../../src/lib/python/json-text.js';
import { pythonInt } from '../../src/lib/python/numbers.js';
import { printf } from '../../src/lib/python/percent-format.js';
import { prettyPython } from '../../src/lib/python/pprint.js';
import { pythonRepr } from '../../src/lib/python/repr.js';
import { strip } from '../../src/lib/python/strip.js';
import { wrap } from '../../src/lib/python/textwrap.js';
import { quote, word } from '../../src/lib/shell.js';
import { trimEndOf, trimOf, withoutTags } from '../../src/lib/trim.js';
import { escapeXml, readXml } from '../../src/lib/xml.js';
import { aligned } from '../../src/output/align.js';
import { blockWidth, foldedLines, readable } from '../../src/output/multiline-cells.js';
import { columnsOf } from '../../src/output/wide.js';
import { quotesOf, wordOf } from '../../src/output/yaml-scalar.js';
import { isUuidLike, slug } from '../../src/services/find.js';
import { replaceVersion, splitVersion, withVersion } from '../../src/session/address.js';
import { combine } from '../../src/session/discovery.js';
import { parseMoment } from '../../src/session/expiry.js';
import { parseHolder } from '../../src/storage/holder.js';

const secrets = secretRegistry();
for (const secret of ['hunter22', 'aaaaaaaa', '////////']) secrets.add(secret);

/** By file and name; what a function makes of the text does not matter here, and neither does what it refuses. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'config/command-words.ts commandWords': (text) => commandWords(text, 'x'),
  'config/user-config.ts readUserConfig': (text) => readUserConfig(text, 'x'),
  'config/yaml.ts readYaml': (text) => readYaml(text, 'x'),
  'core/exact-number.ts mayLoseNumbers': mayLoseNumbers,
  'core/nesting.ts isTooDeep': isTooDeep,
  'core/secrets.ts hide': (text) => secrets.hide(text),
  'http/curl.ts redactedBody': (text) => redactedBody(text, secrets),
  'http/partial-json.ts beginningOfJson': beginningOfJson,
  'http/pem.ts pemBlocks': (text) => pemBlocks(Buffer.from(text)),
  'http/redact.ts redactHeader': (text) => redactHeader('www-authenticate', text, secrets),
  'http/redact.ts redactJsonText': (text) => redactJsonText(text, secrets),
  'http/redact.ts redactText': (text) => redactText(text, secrets),
  'http/redact.ts redactUrl': (text) => redactUrl(`http://h/${text}`, secrets),
  'http/secret-names.ts kindOf': kindOf,
  'http/url.ts parseUrl': (text) => parseUrl(`http://h/${text}`),
  'http/url.ts showUrl': showUrl,
  'hyperv/wsman/cim-text.ts readCimText': readCimText,
  'hyperv/wsman/wql.ts typedQuery': typedQuery,
  'lib/address.ts compareAddresses': (text) => compareAddresses(text, `${text}1`),
  'lib/codepoints.ts compareCodePoints': (text) => compareCodePoints(text, `${text}1`),
  'lib/escape.ts visibleLine': visibleLine,
  'lib/escape.ts visibleLines': visibleLines,
  'lib/escape.ts visibleText': visibleText,
  'lib/exact-json.ts parseExactly': parseExactly,
  'lib/iso-time.ts isIsoTime': isIsoTime,
  'lib/microversion.ts atLeast': (text) => atLeast(text, '2.1'),
  'lib/python/bytes.ts pythonBytesRepr': pythonBytesRepr,
  'lib/python/dates.ts pythonDate': pythonDate,
  'lib/python/dict-order.ts python2Order': (text) => python2Order(text.split('').map((char, at) => char + at)),
  'lib/python/json-text.ts jsonString': (text) => jsonString(text, true),
  'lib/python/numbers.ts pythonInt': pythonInt,
  'lib/python/percent-format.ts printf': printf,
  'lib/python/pprint.ts prettyPython': (text) => prettyPython({ text: [text] }),
  'lib/python/repr.ts pythonRepr': (text) => [pythonRepr(text), pythonRepr(text, 2)],
  'lib/python/strip.ts strip': strip,
  'lib/python/textwrap.ts wrap': (text) => wrap(text, 40),
  'lib/shell.ts quote': quote,
  'lib/shell.ts word': word,
  'lib/trim.ts trimEndOf': (text) => trimEndOf(text, ' /\n'),
  'lib/trim.ts trimOf': (text) => trimOf(text, ' /\n'),
  'lib/trim.ts withoutTags': (text) => withoutTags(text, /<[^>]*>/g, ''),
  'lib/xml.ts readXml': (text) => readXml(`<a>${text}`),
  'lib/xml.ts escapeXml': escapeXml,
  'output/align.ts aligned': (text) => aligned(text, columnsOf(text), 300_000, 'left'),
  'output/multiline-cells.ts readable': (text) => [readable(text, 'newline'), readable(text, 'dropped')],
  'output/multiline-cells.ts blockWidth': blockWidth,
  'output/multiline-cells.ts foldedLines': (text) => foldedLines(text, 40),
  'output/wide.ts columnsOf': columnsOf,
  'output/yaml-scalar.ts quotesOf': (text) => quotesOf(text, false),
  'output/yaml-scalar.ts wordOf': wordOf,
  'services/find.ts isUuidLike': isUuidLike,
  'services/find.ts slug': slug,
  'session/address.ts replaceVersion': (text) => replaceVersion(`http://h/${text}`, 'v3'),
  'session/address.ts splitVersion': (text) => splitVersion(`http://h/${text}`),
  'session/address.ts withVersion': (text) => withVersion(`http://h/${text}`, 'v3'),
  'session/discovery.ts combine': (text) => combine('http://h/v3', text),
  'session/expiry.ts parseMoment': parseMoment,
  'storage/holder.ts parseHolder': parseHolder,
};

/** Functions whose text is a person's, or a name of ours: by file and name. */
const elsewhere: Readonly<Record<string, string>> = {
  'lib/address.ts within': 'two addresses that were typed or are compared before',
  'lib/expand-home.ts expandHome': 'a path that was typed',
  'lib/nearest.ts nearest': 'a word that was typed',
  'services/find.ts escapeRegExp': 'a name that was typed',
};

const LENGTH = 200_000;
/** Runs of these, as they are and after something that opens. */
const units = [
  ...' \t\n\ra0A_-./\\"\'{}[](),:;=<>%&#@!|*+~$^`?é',
  '\u0301',
  '\u{1f600}',
  '\ud800',
  '\x1b[',
  '\0',
  '\\n',
  '{"',
  '[,',
  '%0',
  '%s',
  '<a>',
  '<!',
  '&amp;',
  '- ',
  ': ',
  '? ',
  '="',
  'a.',
  '0.',
  '\r\n',
  '-----BEGIN ',
];
const openings = ['', '"'];

/** Microseconds of processor time. */
function cost(run: () => unknown): number {
  const before = process.cpuUsage();
  try {
    run();
  } catch {
    // A refusal is an answer.
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * 200 kB in linear time are some milliseconds, or a second where each character is a mistake with a stack of its own; in
 * quadratic time they are minutes.
 */
const MOST = 4_000_000;

const isDeep = process.env.TEST_DEEP === '1';
/** A tenth of it all, where not all is asked for; the patterns of the readers are tried in another file. */
const wanted = isDeep ? units : units.filter((_, at) => at % 5 === 0);

for (const [name, read] of Object.entries(readers)) {
  test(`${name} reads long texts in linear time`, () => {
    for (const opening of isDeep ? openings : ['']) {
      for (const unit of wanted) {
        for (const length of isDeep && opening === '' ? [LENGTH / 8, LENGTH] : [LENGTH / 8]) {
          const text = `${opening}${unit.repeat(length / unit.length)}!`;
          const took = cost(() => read(text));
          assert.ok(took < MOST, `${JSON.stringify(opening)}, then ${length} of ${JSON.stringify(unit)}: ${took} µs`);
        }
      }
    }
  });
}

test('every function of lib/ that takes a text is here', () => {
  const src = fileURLToPath(new URL('../../src', import.meta.url));
  const files = readdirSync(join(src, 'lib'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const missing: string[] = [];
  for (const file of files) {
    const source = readFileSync(join(src, 'lib', file), 'utf8');
    const found = source.matchAll(
      /^export (?:function (\w+)(?:<[^(]*>)?|const (\w+)(?:: [^=]+)? = )\((\w+\??: (?:string|unknown))\b/gm,
    );
    for (const [, one, other, parameter = ''] of found) {
      const name = `lib/${file} ${one ?? other}`;
      if (parameter.endsWith('string') && !(name in readers) && !(name in elsewhere)) missing.push(name);
    }
  }
  assert.deepEqual(missing, []);
});
