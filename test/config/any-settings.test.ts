import assert from 'node:assert/strict';
import { test } from 'node:test';
import keystone from '../../src/classic/keystone.js';
import nova from '../../src/classic/nova.js';
import { findCloudFiles } from '../../src/config/cloud-files.js';
import { cloudNames, readCloud } from '../../src/config/clouds.js';
import { findMistakes } from '../../src/config/mistakes.js';
import { type Layer, resolveSettings } from '../../src/config/settings.js';
import { readUserConfig, userConfigLayer } from '../../src/config/user-config.js';
import { definitions, type SettingName, variablesOf } from '../../src/core/definitions.js';
import { Failure } from '../../src/core/errors.js';
import { figure } from '../support/figures.js';
import { deep, fc, runs } from '../support/property.js';
import { stackline } from '../support/stackline.js';

/* Whatever stands in files and variables: a value, or a sentence; nothing else is ever thrown. */

const KEYS = [
  'clouds',
  'c',
  'auth',
  'auth_url',
  'username',
  'password',
  'password_command',
  'regions',
  'region_name',
  'name',
  'values',
  'profile',
  'public-clouds',
  'verify',
  'interface',
  'compute_endpoint_override',
  'api_timeout',
  'project-name',
  'domain_id',
  '__proto__',
  'constructor',
  '<<',
];
const key = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...KEYS) }, fc.string());
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.oneof(
      fc.constantFrom(...KEYS, 'http://h:5000/{region_name}', '{', '"'),
      fc.string(),
      fc.integer(),
      fc.boolean(),
    ),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
  ),
}));
const cloud = fc.dictionary(key, tree, { maxKeys: 6 }).map((c) => ({ clouds: { c }, 'public-clouds': { v: c } }));
/** Text like YAML: lines of keys and values with the marks that mean something, cut anywhere. */
const lines = fc
  .array(
    fc.tuple(
      fc.nat({ max: 6 }),
      key,
      fc.constantFrom(': ', ':', ' : ', '- ', ': &a ', ': *a', ': |\n', '\t', ': !!x '),
      fc.string(),
    ),
    { maxLength: 12 },
  )
  .map((all) => all.map(([depth, name, mark, value]) => `${' '.repeat(depth)}${name}${mark}${value}`).join('\n'));
const document = fc.oneof(
  cloud.map((value) => JSON.stringify(value)),
  tree.map((value) => JSON.stringify(value)),
  lines.map((text) => `clouds:\n c:\n${text}`),
  lines,
  fc.string({ unit: 'binary' }),
);

/** A sentence for a person, or nothing thrown at all. */
function orSentence(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof Failure) || !/^[A-Za-z~/'].{10}/s.test(error.message)) throw error;
  }
}

test('any file of clouds gives settings or a sentence', () => {
  const property = fc.property(document, document, fc.constantFrom('yaml', 'json'), (clouds, secure, suffix) => {
    const there = new Map([
      [`/here/clouds.${suffix}`, clouds],
      ['/here/secure.yaml', secure],
      ['/here/clouds-public.yaml', clouds],
    ]);
    orSentence(() => {
      const files = findCloudFiles({}, '/here', (path) => there.get(path));
      for (const name of cloudNames(files)) {
        orSentence(() => {
          const { values } = readCloud(files, name);
          for (const one of Object.values(values)) assert.ok(one.value !== null && one.value !== undefined);
          resolveSettings({}, {}, nova.env, { cloud: values as Layer });
        });
      }
    });
  });
  fc.assert(property, { numRuns: runs(figure('files of clouds, of any content', 8000)) / (deep ? 1 : 2) });
});

test('any file of our own settings gives settings or a sentence', () => {
  const own = fc.dictionary(
    fc.oneof(fc.constantFrom('format', 'timeout', 'password-command', 'columns.list'), key),
    tree,
  );
  const text = fc.oneof(
    own.map((value) => JSON.stringify(value)),
    document,
  );
  const property = fc.property(text, (file) => orSentence(() => void userConfigLayer(readUserConfig(file, '/own'))));
  fc.assert(property, { numRuns: runs(figure('files of our own settings, of any content', 3000)) });
});

const names = (Object.keys(definitions) as SettingName[]).flatMap((name) => [
  ...new Set([...variablesOf(name, nova.env), ...variablesOf(name, keystone.env)]),
]);
const value = fc.oneof(
  fc.constantFrom(
    'admin',
    'http://h:5000/v2.0',
    'https://h/v3/',
    '3',
    '2.79',
    'publicURL',
    ' x ',
    '"q"',
    'x\r',
    '<name>',
    '$HOME',
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
);
const environment = fc.dictionary(fc.constantFrom(...names, 'OS_CLOUD', 'OS_NO_CACHE'), value, { maxKeys: 12 });

test('any environment gives settings or a sentence, and mistakes that can be read', () => {
  const property = fc.property(environment, (env) => {
    orSentence(() => void resolveSettings({}, env, nova.env));
    for (const mistake of findMistakes(env)) assert.match(`${mistake.says}.${mistake.hint}`, /^[a-z].+\.[A-Z]/s);
  });
  fc.assert(property, { numRuns: runs(figure('environments', 5000)) });
});

test('any environment and any clouds.yaml end a command with a code and a sentence', async () => {
  const property = fc.asyncProperty(environment, document, async (env, clouds) => {
    const files = new Map([['/here/clouds.yaml', clouds]]);
    const { stdout, stderr, code } = await stackline(['list', '--retries', '0'], { env, files });
    assert.ok(code === 0 || code === 1 || code === 2, String(code));
    assert.ok(code === 0 ? stdout !== '' : stderr.length > 10);
    assert.doesNotMatch(stderr, /Something unexpected|defect of ours/);
  });
  await fc.assert(property, { numRuns: runs(figure('commands with any environment and clouds.yaml', 300)) });
});
