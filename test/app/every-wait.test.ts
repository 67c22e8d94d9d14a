import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applets, loadApplet, loadCommand } from '../../src/cli/applets.js';
import type { Change } from '../../src/command/command.js';
import { namesOf } from '../../src/command/manifest.js';
import { readText } from '../../src/http/body.js';
import type { HttpRequest, HttpResponse, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld } from '../../src/sandbox/seed.js';
import type { World } from '../../src/sandbox/world.js';
import { deep } from '../support/property.js';
import { type Screen, stackline } from '../support/stackline.js';
import { response } from '../support/transports.js';
import { doneAtOnce, unseenVerbs } from '../support/unwaited-verbs.js';
import { type How, looks, missing } from '../support/waited-looks.js';
import { waitedVerbs } from '../support/waited-verbs.js';

/* Each verb with `--wait`, on the embedded cloud: done, failed, not in time, gone meanwhile. */

const MONITOR = '487be216-e5d8-4373-9427-ab6fac6da321';

/** A clock that moves only while somebody waits. */
let time = Date.UTC(2013, 1, 25);
const clock = {
  now: () => time,
  sleep: async (milliseconds: number): Promise<void> => {
    time += milliseconds;
  },
};

/** Milliseconds that a task takes: longer than from one look to the next. */
const TASK_TIME = 5000;

function cloudOf(compute: 'v2' | 'v2.1') {
  const world = guideWorld(compute);
  moving(world);
  return { world, transport: simulate({ world, taskTime: TASK_TIME, now: clock.now }) };
}

/** Two live migrations, which are under way until somebody ends them. */
function moving(world: World): void {
  world.serverMigrations = [1, 2].map((id) => ({ id, server_uuid: MONITOR, status: 'running' }));
}

interface Kept {
  readonly key: string;
  readonly isWrite: boolean;
  readonly answer: () => HttpResponse;
}

const keyOf = ({ method, url }: HttpRequest): string => `${method} ${url}`;
const isWrite = ({ method, url }: HttpRequest): boolean => method !== 'GET' && !/\/tokens$/.test(url);

/** The cloud, and all that it answers. */
function keeping(cloud: Transport, kept: Kept[]): Transport {
  return async (request) => {
    const answer = await cloud(request);
    const text = await readText(answer);
    const again = (): HttpResponse => response(answer.status, text, answer.headers);
    kept.push({ key: keyOf(request), isWrite: isWrite(request), answer: again });
    return again();
  };
}

/** All answers as they were, up to the change and of it; what is looked at afterwards does as is said. */
function replaying(
  kept: readonly Kept[],
  shows: number,
  look: (url: string, at: number) => HttpResponse | undefined,
): Transport {
  const left = [...kept];
  let isChanged = false;
  let at = -shows;
  return async (request) => {
    isChanged ||= isWrite(request);
    const seen = isChanged && !isWrite(request) ? look(request.url, at) : undefined;
    if (seen !== undefined) {
      at += 1;
      if (at > 0) return seen;
    }
    const next = left.findIndex(({ key }) => key === keyOf(request));
    return next < 0 ? missing() : (left.splice(next, 1)[0]?.answer() ?? missing());
  };
}

/** Of a classic client, with its name in front where that is not nova. */
function run(line: string, transport: Transport): Promise<Screen> {
  const [, program = 'nova', words = ''] = /^(?:(cinder|nova-manage|cinder-manage) )?(.*)$/s.exec(line) ?? [];
  return stackline(words, { program, transport, ...clock });
}

/** What changes something, and whether it can be waited for: undefined where it is done when it ends. */
async function changes(): Promise<Readonly<Record<string, Change>>> {
  const found: Record<string, Change> = {};
  for (const name of Object.keys(applets)) {
    const { commands } = await loadApplet(name);
    for (const verb of namesOf(commands)) {
      const { change } = await loadCommand(name, verb);
      if (change !== undefined) found[`${name} ${verb}`] = change;
    }
  }
  return found;
}

describe('--wait', async () => {
  const all = await changes();
  const those = (is: (change: Change) => boolean): readonly string[] =>
    Object.entries(all).flatMap(([verb, change]) => (is(change) ? [verb] : []));
  const isWaited = ({ until, look }: Change): boolean => until !== undefined && look !== undefined;
  const same = (a: readonly string[], b: readonly string[]): void => assert.deepEqual([...a].sort(), [...b].sort());

  it('has an answer for every verb that changes something: it waits, it is done at once, or no API tells', () => {
    same(Object.keys(waitedVerbs), those(isWaited));
    same(
      Object.keys(unseenVerbs),
      those(({ unseen }) => unseen !== undefined),
    );
    same(
      doneAtOnce.flatMap(({ verbs }) => verbs),
      those((change) => !isWaited(change) && change.unseen === undefined),
    );
  });

  it('is refused before anything is sent where no API tells the end, and --help says so', async () => {
    for (const [line, said] of [
      [
        'aggregate-cache-images rack1 cirros',
        /no API tells when the images are on the hosts: the log of nova-conductor/,
      ],
      ['refresh-network monitor', /no API tells when nova has read the network/],
      ['reset-network monitor', /no API tells when the agent in the guest/],
    ] as const) {
      const { code, stderr, requests } = await stackline(`${line} --wait`, { program: 'nova' });
      assert.deepEqual([code, requests], [2, []], line);
      assert.match(stderr, said);
      const [verb = ''] = line.split(' ');
      const help = await stackline([verb, '--help'], { program: 'nova' });
      assert.match(help.stdout.replace(/\s+/g, ' '), new RegExp(`--wait.*Refused: ${said.source.slice(0, 30)}`));
    }
    assert.doesNotMatch((await stackline('lock --help', { program: 'nova' })).stdout, /--wait/);
    assert.match((await stackline('stop --help', { program: 'nova' })).stdout, /--wait/);
  });

  const clouds = { '2013': cloudOf('v2'), now: cloudOf('v2.1') };
  for (const [at, [verb, waited]] of Object.entries(waitedVerbs).entries()) {
    const { line, sees, shows = 0, first, cloud = 'now', after, neverFails } = waited;
    it(`ends as what is done ends: ${verb}`, async () => {
      const { transport, world } = clouds[cloud];
      first?.(world);
      const kept: Kept[] = [];
      const done = await run(`${line} --wait`, keeping(transport, kept));
      assert.deepEqual([done.code, done.stderr], [0, ''], line);
      const read = await run(after[0], transport);
      assert.match(read.stdout, after[1], `${line}: ${read.stderr}`);

      const isGone = all[verb]?.until === 'gone';
      const again = (how: How) =>
        run(
          `${line} --wait=10s`,
          replaying(kept, shows, (url, at) => looks[sees](url, how, at, isGone)),
        );
      // Of what else may come, one for each verb, unless all cases are wanted.
      const isTried = (which: number): boolean => deep || at % 3 === which;
      if (neverFails === undefined && isTried(0)) {
        const failed = await again('fails');
        assert.equal(failed.code, 1, `${line}: ${failed.stderr}`);
        assert.match(
          failed.stderr,
          /no room|status (?:error|error_deleting|ERROR|KILLED|failed)\b|live migration 9 ended as cancelled: see nova migration-list/,
          `${line}: ${failed.stderr}`,
        );
      }
      if (isTried(1)) {
        const late = await again('never ends');
        assert.equal(late.code, 124, `${line}: ${late.stderr}`);
        assert.match(late.stderr, /: not .* within 10 s; it was /, `${line}: ${late.stderr}`);
      }
      if (!isTried(2)) return;
      const gone = await again('gone');
      assert.equal(gone.code, isGone ? 0 : 1, `${line}: ${gone.stderr}`);
      if (!isGone)
        assert.match(gone.stderr, / is gone|not among those of the server any more/, `${line}: ${gone.stderr}`);
    });
  }
});
