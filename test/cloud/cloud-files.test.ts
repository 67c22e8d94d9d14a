/** Files of clouds mean what the openstacksdk of the test machine makes of them; no cloud is asked. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { findCloudFiles } from '../../src/config/cloud-files.js';
import { needsKnown, readCloud } from '../../src/config/clouds.js';
import { vendors } from '../../src/config/vendors.js';
import { Failure } from '../../src/core/errors.js';
import { figure } from '../support/figures.js';
import { cloudFileCases, type FileCase } from './cloud-file-cases.js';

interface Answer {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly error?: string;
}

const script = fileURLToPath(new URL('sdk-settings.py', import.meta.url));

function ask(cases: readonly FileCase[]): Answer[] {
  const input = cases.map((one) => JSON.stringify(one)).join('\n');
  const env = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', HOME: '/nonexistent' };
  const done = spawnSync('/usr/bin/python3', [script], { input, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

function ours({ texts, region }: FileCase): Answer {
  try {
    const files = findCloudFiles({}, '/here', (path) => texts[path.replace('/here/', '')]);
    const { values } = readCloud(needsKnown(files) ? { ...files, known: vendors } : files, 'c', region);
    const entries = Object.entries(values).map(([name, found]) => [name, found.value] as const);
    return { settings: { interface: 'public', ...Object.fromEntries(entries) } };
  } catch (error) {
    assert.ok(error instanceof Failure, String(error));
    return { error: error.message };
  }
}

/** Where ours means to be different, by setting; `error` is that one of them gives no settings. */
const reasons: readonly {
  readonly of: string;
  readonly because: string;
  readonly holds: (one: FileCase, theirs: unknown, ours: unknown) => boolean;
}[] = [
  {
    of: 'endpoints',
    because: "Rackspace's URL of volumes is none before the project's id is known",
    holds: (_one, theirs, ours) => {
      const others = (urls: unknown) => JSON.stringify({ ...(urls as object | undefined), volume: undefined });
      return /blockstorage\.api\.rackspacecloud/.test(JSON.stringify(theirs)) && others(theirs) === others(ours);
    },
  },
  {
    of: 'timeout interface authType',
    because: 'api-timeout, endpoint-type and auth-type mean what they mean with an underscore',
    holds: ({ texts }) => /(api|nova)-timeout|endpoint-type|auth-(type|plugin)/.test(JSON.stringify(texts)),
  },
  {
    of: 'region authUrl',
    because: "region_name: 'R1,R2' of a profile is two regions, as it is of a cloud",
    holds: (_one, theirs) => String(theirs).includes('R1,R2'),
  },
  {
    of: 'insecure',
    because: "verify: 'false' is meant as it says; they take it for the name of a file",
    holds: ({ texts }, theirs, ours) =>
      theirs === undefined && ours === 'true' && /verify\W+"false\W/i.test(JSON.stringify(texts)),
  },
  {
    of: 'projectName projectId userDomainName',
    because: 'of two spellings of one key, that in auth counts, not the one with the dash',
    holds: ({ texts }) => /(project|tenant)-(name|id)|user-domain-name/.test(JSON.stringify(texts)),
  },
  {
    of: 'domainId domainName userDomainId userDomainName projectDomainId projectDomainName',
    because: 'a domain of a v2password login, which has none',
    holds: ({ texts }) => JSON.stringify(texts).includes('v2password'),
  },
  {
    of: 'error',
    because:
      'a region that is asked for wins over the only one that is named, and over a list that came with the program',
    holds: (_one, theirs, ours) => /Region \w+ is not a valid region name/.test(String(theirs)) && ours === undefined,
  },
  {
    of: 'error',
    because: 'a URL that wants a region and has none leads nowhere',
    holds: (_one, theirs, ours) =>
      theirs === undefined && /placeholder that means nothing: \{region_name\}/.test(String(ours)),
  },
  {
    of: 'error',
    because: 'braces mean something in URLs only',
    holds: (_one, theirs, ours) => /^KeyError: 'x'/.test(String(theirs)) && ours === undefined,
  },
];

/** The settings that differ, each with the reason why it may; `error` stands for all of them where there are none. */
function compare(one: FileCase, theirs: Answer, ours: Answer): readonly [name: string, because: string | undefined][] {
  const [a, b] = [theirs.settings ?? {}, ours.settings ?? {}];
  const isError = theirs.error !== undefined || ours.error !== undefined;
  if (isError) {
    const isSame = theirs.error !== undefined && ours.error !== undefined;
    return isSame ? [] : [['error', reasonOf('error', one, theirs.error, ours.error)]];
  }
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const different = names.filter((name) => !isDeepStrictEqual(a[name], b[name]));
  return different.map((name) => [name, reasonOf(name, one, a[name], b[name])]);
}

function reasonOf(name: string, one: FileCase, theirs: unknown, ours: unknown): string | undefined {
  return reasons.find(({ of, holds }) => of.split(' ').includes(name) && holds(one, theirs, ours))?.because;
}

test('generated files of clouds: the same settings, or a reason', () => {
  const cases = cloudFileCases(2013, 5000);
  const theirs = ask(cases);
  assert.equal(theirs.length, cases.length);
  const tally = new Map<string, number>();
  const unexplained: string[] = [];
  for (const [index, one] of cases.entries()) {
    const [a, b] = [theirs[index] ?? {}, ours(one)];
    const different = compare(one, a, b);
    for (const because of new Set(different.map(([, reason]) => reason ?? 'unexplained')))
      tally.set(because, (tally.get(because) ?? 0) + 1);
    if (different.length === 0) tally.set('equal', (tally.get('equal') ?? 0) + 1);
    for (const [name, because] of different)
      if (because === undefined)
        unexplained.push(
          JSON.stringify([index, name, a.settings?.[name] ?? a.error, b.settings?.[name] ?? b.error, one]),
        );
  }
  assert.deepEqual(unexplained, []);
  for (const [what, count] of tally) figure(`openstacksdk: ${what}`, count);
});
