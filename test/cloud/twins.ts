/**
 * Commands that change things: the peer and ours each do the same to a twin of the same thing; what they print, their exit
 * code, what they send to change something, and what has become of the things are equal.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { list, listing } from './listing.js';
import { homely, linked, type Result, run, withDirectory, words } from './processes.js';
import { type Case, type Cloud, compare, type Peer, still, withIds } from './side-by-side.js';
import { runWarm } from './warm-peers/warm.js';
import { type Recorder, recorder } from './wire.js';

/** A step where something else than the peer's bytes is wanted, as in a case; or where it sends something else. */
export type Step = string | (Case & { readonly sends?: string });

/**
 * One thing after the other, done to both twins: `pause {twin}`, where `{twin}` is a name and `{id}` an id, if the story
 * is about servers.
 */
export interface Story {
  readonly title: string;
  readonly steps: readonly Step[];
  /** What `{id}` stands for, where that is no server's. */
  readonly id?: (api: Api, name: string) => Promise<string>;
  /** What the thing of this name is now, as a third client sees it; left out: the story is about a server. */
  readonly state?: (api: Api, name: string) => Promise<unknown>;
  /** Removes what is left. */
  readonly clean?: (api: Api, name: string) => Promise<unknown>;
}

/** A service as the tests ask it themselves. */
export interface Api {
  /** A path is below the service; a URL stands for itself. */
  ask(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: Answer }>;
}

// biome-ignore lint/suspicious/noExplicitAny: an answer is read as it comes, by those who know what they asked.
type Answer = any;

/** What the tests ask a service themselves, as a third client. */
export interface Things extends Api {
  /** Where the service is. */
  readonly url: string;
}

/** The compute service, for stories about servers. */
export interface Servers extends Things {
  boot(name: string): Promise<string>;
  /** Its state, once no task is under way; undefined when it is gone. */
  state(id: string): Promise<unknown>;
  remove(id: string): Promise<void>;
}

/** One of the two: what it is called, and what was sent about it. */
interface Twin {
  readonly name: string;
  readonly id: string;
  readonly wire: Recorder;
}

export function twins(cloud: Cloud, peer: Peer, things: () => Promise<Things>, stories: readonly Story[]): void {
  for (const story of stories) {
    if (listing) {
      for (const step of story.steps) listStep(cloud, peer, step);
      continue;
    }
    test(`${cloud.name}: ${peer.applet} on twins: ${story.title}`, async () => {
      await withDirectory(async (home) => {
        const api = await things();
        const servers = story.state === undefined ? (api as Servers) : undefined;
        const both = await Promise.all(
          // Names of equal length, so that tables are as wide.
          ['one', 'two'].map(async (which): Promise<Twin> => {
            const name = `twin ${which} ${Math.random().toString(36).slice(2, 10).padEnd(8, 'x')}`;
            return { name, id: (await servers?.boot(name)) ?? '', wire: await recorder(api.url) };
          }),
        );
        const state = async ({ name, id }: Twin) => (await story.state?.(api, name)) ?? servers?.state(id);
        try {
          for (const step of story.steps) {
            const now = both.map(async (twin) => ({ ...twin, id: (await story.id?.(api, twin.name)) ?? twin.id }));
            await takeStep(cloud, peer, home, step, await Promise.all(now), state);
          }
        } finally {
          await Promise.all(both.map(({ id }) => servers?.remove(id)));
          await Promise.all(both.map(({ name }) => story.clean?.(api, name)));
          await Promise.all(both.map(({ wire }) => wire.close()));
        }
      });
    });
  }
}

function listStep(cloud: Cloud, peer: Peer, step: Step): void {
  const one: Case = typeof step === 'string' ? { run: step } : step;
  const { stdout, stderr, code } = one;
  const otherwise = { asked: undefined, stdout: stdout?.because, stderr: stderr?.because, code: code?.because };
  list({ applet: peer.applet, run: one.run, peer: peer.name, cloud: cloud.name, otherwise });
}

async function takeStep(
  cloud: Cloud,
  peer: Peer,
  home: string,
  step: Step,
  both: readonly Twin[],
  state: (twin: Twin) => Promise<unknown>,
): Promise<void> {
  const one: Case & { readonly sends?: string } = typeof step === 'string' ? { run: step } : step;
  const login = { ...cloud.env, ...(one.as === undefined ? {} : cloud.member(one.as)), ...one.env };
  const [theirs, ours] = await Promise.all(
    both.map(async (twin, which) => {
      const typed = words(withIds(cloud, one.run)).map((word) =>
        word.replaceAll('{twin}', twin.name).replaceAll('{id}', twin.id),
      );
      const isPeer = which === 0;
      const argv = isPeer ? [...peer.command, ...typed] : [...linked(peer.applet, home), ...typed];
      const asTwin = login.OS_USERNAME === '{twin}' ? { ...login, OS_USERNAME: twin.name } : login;
      const env = homely(
        { ...asTwin, ...twin.wire.env, ...(isPeer ? peer.quiet : {}) },
        join(home, `${isPeer ? 'peer' : 'ours'}-${one.as ?? ''}`),
      );
      const result = await (isPeer ? runWarm : run)(argv, env, home, one.input);
      const leftOut = peer.otherMicroversions === undefined ? {} : { microversion: undefined };
      const sent = twin.wire.take().map((written) => plain(JSON.stringify({ ...written, ...leftOut }), twin));
      const { stdout, stderr } = result;
      const shown: Result = { ...result, stdout: plain(stdout, twin), stderr: plain(stderr, twin) };
      // Several are sent side by side.
      return { result: shown, sent: sent.sort() };
    }),
  );
  assert.ok(theirs !== undefined && ours !== undefined);
  compare(one, peer, still(theirs.result, one.moves), still(ours.result, one.moves));
  if (one.sends === undefined) assert.deepEqual(ours.sent, theirs.sent, `what '${one.run}' sends`);
  const [their, our] = await Promise.all(both.map(async (twin) => plain(JSON.stringify(await state(twin)), twin)));
  assert.equal(our, their, `what there is after '${one.run}'`);
}

/** Without what is each twin's own: names and ids, and the moments and ids that the server makes up. */
function plain(text: string | undefined, { name, id }: Twin): string {
  const named = (text ?? '')
    .replaceAll(id === '' ? name : id, id === '' ? 'twin NAME'.padEnd(name.length, '.') : 'ID')
    .replaceAll(name, 'twin NAME'.padEnd(name.length, '.'))
    // In some lines it is its slug.
    .replaceAll(name.replaceAll(' ', '-'), 'twin-SLUG');
  return (
    named
      // How often it was looked is a matter of time.
      .replaceAll(/(?:\rServer [^\r\n]*)+(\rServer [^\r\n]*)/g, '$1')
      .replaceAll(/\rServer [^\r\n]*(?=\nError )/g, '')
      .replaceAll(/(?<!req-)\b[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\b/g, (uuid) => 'u'.repeat(uuid.length))
      // Ids of the identity service, and keys for the EC2 API.
      .replaceAll(/\b[0-9a-f]{32}\b/g, 'u'.repeat(32))
      .replaceAll(/-----BEGIN [A-Z ]*KEY-----[\s\S]*?-----END [A-Z ]*KEY-----/g, 'a private key')
      // What is numbered has the next number.
      .replaceAll(/(?<=os-aggregates\/|flavors\/|[fF]lavor |[aA]ggregate )\d+/g, '9')
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g, '0000-00-00T00:00:00')
  );
}
