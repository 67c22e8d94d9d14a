/**
 * No pattern takes more than linear time on any text: every regular expression of the sources meets long runs of each
 * character and word that it speaks of, with something at the end that it does not expect.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { deep } from '../support/property.js';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** These never meet a text that is made for them: the pattern, and what it meets. */
const known: Readonly<Record<string, string>> = {
  '(?:\\{[^}]*\\}|[^ ])+': 'translations, which are ours',
  '\\.?0+$': 'a number with one decimal place',
  '<.+?>': 'withoutTags: a line up to its last >',
  '<[^>]*>': 'withoutTags: a text up to its last >',
};

/** What the formatter lets a regular expression begin after; comments are left out. */
const LITERAL =
  /(?<=[(,=:[!&|?{};]\s*|return\s|=>\s|^\s+)\/((?![*/])(?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/gm;
const withoutComments = (source: string): string => source.replace(/^\s*(\/?\*|\/\/).*$/gm, '');

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('sandbox'),
);

function patterns(): Map<string, RegExp> {
  const found = new Map<string, RegExp>();
  for (const file of files) {
    for (const [, body = '', flags = ''] of withoutComments(readFileSync(join(src, file), 'utf8')).matchAll(LITERAL)) {
      try {
        const pattern = new RegExp(body, flags.includes('g') ? flags : `${flags}g`);
        found.set(`${file}: /${body}/${flags}`, pattern);
      } catch {
        // A slash of a template or a path.
      }
    }
  }
  return found;
}

/** Patterns that are put together when they are needed: what makes them, or why what a server says is no harm to them. */
const MADE_WHEN_NEEDED: Readonly<Record<string, ((module: unknown) => void) | string>> = {
  'core/secrets.ts': by<typeof import('../../src/core/secrets.js')>(({ secretRegistry }) => {
    const secrets = secretRegistry();
    for (const one of ['secret', '1234567', 'a-longer "secret" of €']) secrets.add(one);
    secrets.hide('text');
  }),
  'lib/escape.ts': by<typeof import('../../src/lib/escape.js')>(({ visibleText, visibleLine, visibleLines }) => {
    for (const show of [visibleText, visibleLine, visibleLines]) show('text');
  }),
  'lib/python/textwrap.ts': by<typeof import('../../src/lib/python/textwrap.js')>(({ wrap }) => wrap('a-b é-c', 20)),
  'output/terminal/fold.ts': by<typeof import('../../src/output/terminal/fold.js')>(({ fold }) => fold('a text', 4)),
  'selection/compare.ts': by<typeof import('../../src/selection/compare.js')>(({ globOf }) => {
    for (const glob of ['*a*', 'a*b*c', '*a*a*a*a*', '?a*?b', 'a?*?*?*b', '*']) globOf(glob);
  }),
  'services/compute/servers-by-address.ts': 'what was typed behind --ip, which nova takes for a pattern, too',
};

function by<Module>(make: (module: Module) => void): (module: unknown) => void {
  return (module) => make(module as Module);
}

/** The patterns that are made by `new RegExp`, while the files that do so are loaded and used. */
async function madePatterns(): Promise<Map<string, RegExp>> {
  const found = new Map<string, RegExp>();
  const makers = files.filter((file) => withoutComments(readFileSync(join(src, file), 'utf8')).includes('new RegExp('));
  const plain = globalThis.RegExp;
  let now = '';
  const watched = new Proxy(plain, {
    construct(target, [source, flags = '']: [string | RegExp, string?]) {
      const made = new target(source, flags);
      found.set(`${now}: ${made}`, new target(made.source, flags.includes('g') ? flags : `${flags}g`));
      return made;
    },
  });
  try {
    for (const file of makers) {
      now = file;
      globalThis.RegExp = watched as RegExpConstructor;
      // A file is loaded once more, so that it makes them now.
      const module: unknown = await import(`../../src/${file.replace(/\.ts$/, '.js')}?again`);
      const make = MADE_WHEN_NEEDED[file];
      if (typeof make === 'function') make(module);
      globalThis.RegExp = plain;
      const isFound = [...found.keys()].some((name) => name.startsWith(`${file}: `));
      assert.ok(isFound || typeof make === 'string', `${file}: which patterns does it make?`);
    }
  } finally {
    globalThis.RegExp = plain;
  }
  return found;
}

const LENGTH = 8000;
/** One of each class that patterns name. */
const usual = [' ', '\n', 'a', '0', '_', 'é', '!', '\u{1f600}'];

function* texts(body: string): Generator<string> {
  const words = [...new Set(body.match(/[\w"'<>:=/ -]+/g) ?? [])].slice(0, 4);
  const signs = [...new Set(body.match(/[^\w\s]/g) ?? [])];
  const units = [...usual, ...signs, ...words.filter((word) => word.length > 1 && word.length < 12)];
  for (const first of ['', '"', ...(deep ? words : words.slice(0, 1))]) {
    for (const unit of units) {
      const run = first + unit.repeat(LENGTH / unit.length);
      for (const last of ['!', '\n']) yield run + last;
    }
  }
}

/** The least processor time of three runs, in microseconds: what else the machine does is no part of it. */
function cost(run: () => void, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let again = 0; again < 3 && least > enough; again += 1) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

/** Linear ones take less than a tenth of it on any machine of these years; quadratic ones five times as much. */
const MOST = 12_000;

test('every pattern is linear', async () => {
  // Bundled, a file's patterns lie in parts that are loaded once; they are the same ones.
  const isBundled = import.meta.resolve('../../src/main.js').includes('tests-bundled');
  const made = isBundled ? new Map<string, RegExp>() : await madePatterns();
  assert.ok(isBundled || made.size > 10, `${made.size} patterns were made`);
  const all = new Map([...patterns(), ...made]);
  assert.ok(all.size > 250, `${all.size} patterns were found`);
  const slow: string[] = [];
  for (const [name, pattern] of all) {
    if (Object.keys(known).some((body) => name.includes(`/${body}/`))) continue;
    for (const text of texts(pattern.source)) {
      const took = cost(() => void text.replace(pattern, ''), MOST);
      if (took > MOST) slow.push(`${name} on ${JSON.stringify(text.slice(0, 12))}…: ${took} µs`);
    }
  }
  assert.deepEqual(slow, []);
});

test('each pattern that is known to meet no such text is there', () => {
  const bodies = [...patterns().keys()].join('\n');
  for (const body of Object.keys(known)) assert.ok(bodies.includes(`/${body}/`), body);
});

test('a pattern that looks for its end from each beginning is found out', () => {
  const text = `${'/'.repeat(LENGTH)}!`;
  assert.ok(cost(() => void text.replace(/\/+$/g, ''), MOST) > MOST);
  assert.ok(cost(() => void text.replace(/\/+/g, ''), MOST) <= MOST);
});
