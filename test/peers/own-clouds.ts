/**
 * Commands that change things, each client on an embedded cloud of its own: both began the same, and after each step both
 * are the same as a third client sees them. What is printed and what is sent to change something is equal, too.
 */
import assert from 'node:assert/strict';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { list, listing } from '../cloud/listing.js';
import { type Env, homely, program, type Result, run, withDirectory, words } from '../cloud/processes.js';
import { type Case, compare, type Peer, withIds } from '../cloud/side-by-side.js';
import { type Recorder, recorder } from '../cloud/wire.js';
import { embedded, sandbox } from './embedded.js';

const [node = '', ours = ''] = program;

/** A step where something else than the peer's bytes is wanted, as in a case; or where it sends something else. */
export type Step = string | (Case & { readonly sends?: string });

/** What one of the clouds is to the tests. */
interface Own {
  readonly env: Env;
  /** What `{server:anne/wiki}` stands for. */
  readonly ids: Awaited<ReturnType<typeof embedded>>;
  readonly wire: Recorder;
  /** The JSON at each of these paths below compute, or below a URL of another service. */
  state(paths: readonly string[]): Promise<string>;
}

/** Two clouds that began the same, the peer's and ours. @param options of `stackline sandbox` */
export async function ownClouds(...options: readonly string[]): Promise<readonly [theirs: Own, ours: Own]> {
  const one = async (): Promise<Own> => {
    const env = await sandbox(...options);
    const ids = await embedded(env);
    if (listing) return { env, ids } as Own;
    const wire = await recorder(ids.compute);
    after(() => wire.close());
    const state = async (paths: readonly string[]): Promise<string> => {
      const told: string[] = [];
      for (const path of paths) told.push(JSON.stringify(await ids.get(path), inOrder, 1));
      return told.join('\n').replaceAll(new URL(ids.compute).origin, 'http://cloud');
    };
    return { env, ids, wire, state };
  };
  return [await one(), await one()];
}

/**
 * One test with one step after the other; both clouds are compared after each.
 * @param state paths of the compute service; or a type of service and a path: `volume /volumes/detail`
 */
export function eachOnItsOwn(
  clouds: readonly [Own, Own],
  peer: Peer,
  {
    title,
    state,
    steps,
  }: { readonly title: string; readonly state: readonly string[]; readonly steps: readonly Step[] },
): void {
  if (listing) {
    for (const step of steps) {
      const one: Case = typeof step === 'string' ? { run: step } : step;
      const { stdout, stderr, code } = one;
      const otherwise = {
        asked: one.peer?.because,
        stdout: stdout?.because,
        stderr: stderr?.because,
        code: code?.because,
      };
      list({ applet: peer.applet, run: one.run, peer: peer.name, cloud: 'embedded', otherwise });
    }
    return;
  }
  test(`embedded: ${peer.applet} on clouds of their own: ${title}`, async () => {
    await withDirectory(async (directory) => {
      for (const step of steps) {
        const one: Exclude<Step, string> = typeof step === 'string' ? { run: step } : step;
        const [theirs, ours] = await Promise.all(clouds.map((own, at) => take(own, at === 0, peer, one, directory)));
        assert.ok(theirs !== undefined && ours !== undefined);
        compare(one, peer, theirs.result, ours.result);
        if (one.sends === undefined) assert.deepEqual(ours.sent, theirs.sent, `what '${one.run}' sends`);
        const [their = '', our = ''] = await Promise.all(clouds.map(async (own) => plain(await own.state(state))));
        assert.deepEqual(...differing(our, their), `what there is after '${one.run}'`);
      }
    });
  });
}

async function take(own: Own, isPeer: boolean, peer: Peer, one: Case, directory: string) {
  const login = { ...own.env, ...(one.as === undefined ? {} : own.ids.member(one.as)), ...one.env };
  const typed = words(withIds(own.ids, (isPeer ? one.peer?.run : undefined) ?? one.run));
  // By the classic name: under our own, what destroys something is asked about first.
  const link = join(directory, peer.applet);
  if (!existsSync(link)) symlinkSync(ours, link);
  const argv = isPeer ? [...peer.command, ...typed] : [node, link, ...typed];
  const home = join(directory, `${isPeer ? 'peer' : 'ours'}-${one.as ?? ''}`);
  const quiet = isPeer ? { ...peer.quiet, ...one.peer?.env } : {};
  const env = homely({ ...login, ...own.wire.env, ...quiet }, home);
  const result = await run(argv, env, home, one.input);
  const shown: Result = { ...result, stdout: plain(result.stdout), stderr: plain(result.stderr) };
  // Several are sent side by side.
  const sent = own.wire.take().map((written) => plain(JSON.stringify(written)));
  return { result: shown, sent: sent.sort() };
}

/** The lines in which they differ first: both in full would bury them. */
function differing(ours: string, theirs: string): readonly [readonly string[], readonly string[]] {
  const [our, their] = [ours.split('\n'), theirs.split('\n')];
  const at = our.findIndex((line, index) => line !== their[index]);
  const shown = (lines: string[]): string[] =>
    at < 0 ? lines.slice(our.length) : lines.slice(Math.max(0, at - 8), at + 4);
  return [shown(our), shown(their)];
}

/** The members of an object in one order: Python 2 has none. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Without what each cloud makes up: ids, moments, keys. */
const plain = (text: string): string =>
  text
    .replaceAll(/(?<!req-)\b[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\b/g, (uuid) => 'u'.repeat(uuid.length))
    .replaceAll(/\b[0-9a-f]{32}\b/g, 'u'.repeat(32))
    .replaceAll(/\br-[0-9a-z]{8}\b/g, 'r-reserved')
    .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{6})?/g, (moment) => '0'.repeat(moment.length))
    .replaceAll(/fa:16:3e(:[0-9a-f]{2}){3}/g, 'fa:16:3e:00:00:00')
    .replaceAll(/(?<="adminPass": ?")[^"]*|(?<=\| (?:adminPass|secret|access) +\| )\S+/g, (secret) =>
      'p'.repeat(secret.length),
    )
    .replaceAll(/-----BEGIN [A-Z ]*KEY-----[\s\S]*?-----END [A-Z ]*KEY-----/g, 'a private key');
