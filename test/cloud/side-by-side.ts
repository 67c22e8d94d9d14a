/**
 * Runs a Python client and ours side by side on the same cloud, with the same environment, and compares what they
 * print. Cases are data; a case that wants something else than the peer's bytes says why.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { list, listing } from './listing.js';
import { type Env, homely, linked, type Result, run, withDirectory, words } from './processes.js';
import { runWarm } from './warm-peers/warm.js';

/** What ours prints where the peer's bytes are not the measure. */
interface Otherwise {
  readonly is: string | RegExp;
  readonly because: string;
}

export interface Case {
  /** What is typed after the program's name, quoted as for a shell. `{server:anne/wiki}` stands for an id. */
  readonly run: string;
  /** What comes on standard input, where there is no terminal either; left out: nothing. */
  readonly input?: string;
  /** Changes to the cloud's environment; undefined unsets. */
  readonly env?: Env;
  /** A member's login instead of the admin's: user and project have this name. */
  readonly as?: string;
  /** What the peer is asked instead. */
  readonly peer?: { readonly run?: string; readonly env?: Env; readonly because: string };
  readonly stdout?: Otherwise;
  readonly stderr?: Otherwise;
  readonly code?: { readonly is: number; readonly because: string };
  /** Both change one cloud, and what ours prints depends on what the peer has done there. */
  readonly isAfterPeer?: boolean;
  /** Text that the peer's table must hold, so that the case is not about nothing. */
  readonly finds?: string;
  /** What the cloud itself changes from one second to the next: only its length is compared. */
  readonly moves?: RegExp;
  /** What ours adds on stderr after the peer's own lines; left out: nothing on success, one line at most on failure. */
  readonly hint?: RegExp;
}

export interface Peer {
  /** What it is called in the table of what is compared with what. */
  readonly name: string;
  /** The name of our applet. */
  readonly applet: string;
  readonly command: readonly string[];
  /** What silences the peer's talk about its own deprecation. */
  readonly quiet?: Env;
  /** Lines on stderr that are about Python or about the peer itself. */
  readonly noise?: RegExp;
  /** Why it asks for another microversion than ours does, where the commands that it is compared with are the same in both. */
  readonly otherMicroversions?: string;
}

export interface Cloud {
  readonly name: string;
  readonly env: Env;
  readonly member: (name: string) => Env;
  /** `{kind:name}` to what it stands for. */
  readonly ids: ReadonlyMap<string, string>;
}

/** A line with the ids that stand in it for names. */
export function withIds(cloud: Cloud, line: string): string {
  return line.replaceAll(/\{(\w+:[^}]+)\}/g, (_, name: string) => {
    const id = cloud.ids.get(name);
    assert.ok(id !== undefined, `no ${name} on ${cloud.name}`);
    return id;
  });
}

/** A case with a thing that is not there, which the classic clients show as one of which there is nothing. */
export function notThere(run: string, noun: string, name: string): Case {
  const because = 'a name or id that is not there is an error, not an empty list';
  return {
    run,
    stdout: { is: '', because },
    stderr: { is: new RegExp(`No ${noun} with a name or ID of '${name}' exists\\.`), because },
    code: { is: 1, because },
  };
}

const requestId = /\b(req-[0-9a-f-]{36}|tx[0-9a-f]{21}-[0-9a-z-]+)/g;
/** What differs from run to run by nature. */
const steady = (text: string): string => text.replaceAll(requestId, 'REQUEST-ID');

function lines(text: string, noise?: RegExp): string[] {
  const all = steady(text).split('\n');
  return all.filter((line) => line !== '' && !(noise?.test(line) ?? false));
}

function otherwise(what: string, actual: string, expected: Otherwise): void {
  const message = `${what} (${expected.because})`;
  if (typeof expected.is === 'string') assert.equal(actual, expected.is, message);
  else assert.match(actual, expected.is, message);
}

/** Usage errors: argparse's line is the measure; the usage text around it is each program's own. */
function compareUsageErrors(theirs: readonly string[], ours: readonly string[]): void {
  const complaint = theirs
    .filter((line) => /(^|: )error: /.test(line))
    .map((line) =>
      // The list of choices is as long as the list of verbs; Python 2 marks its text with a u.
      line
        .replace(/^.*?error: /, '')
        .replace(/\s+\(choose from .*$/, '')
        .replaceAll(/\bu'/g, "'"),
    );
  for (const line of complaint) {
    const found = ours.some((ourLine) => ourLine.endsWith(line) || ourLine.includes(`${line} (`));
    if (!found) assert.equal(ours.join('\n'), complaint.join('\n'), 'stderr: the complaint about the usage');
  }
}

function compareErrors(test: Case, peer: Peer, theirs: Result, ours: Result): void {
  const expected = lines(theirs.stderr, peer.noise);
  const noise = lines(theirs.stderr).filter((line) => !expected.includes(line));
  const actual = lines(ours.stderr).filter((line) => !noise.includes(line));
  if (test.stderr !== undefined) {
    otherwise('stderr', steady(ours.stderr), test.stderr);
    return;
  }
  if (theirs.code === 2) {
    compareUsageErrors(expected, actual);
    return;
  }
  const same = actual.slice(0, expected.length);
  assert.equal(same.join('\n'), expected.join('\n'), 'stderr, the lines of the peer');
  const rest = actual.slice(expected.length);
  if (test.hint !== undefined) assert.match(rest.join('\n'), test.hint, 'stderr, what ours adds');
  else assert.ok(rest.length <= (expected.length === 0 ? 0 : 1), `stderr, too much is added:\n${rest.join('\n')}`);
}

/** The result with what moves at rest, and as long as it was. */
export function still(result: Result, moves: RegExp | undefined): Result {
  if (moves === undefined) return result;
  const rest = (text: string): string => text.replaceAll(moves, (found) => '0'.repeat(found.length));
  return { ...result, stdout: rest(result.stdout), stderr: rest(result.stderr) };
}

/** Both say and end the same, but for what the case says otherwise. */
export function compare(test: Case, peer: Peer, theirs: Result, ours: Result): void {
  if (test.finds !== undefined)
    assert.ok(theirs.stdout.includes(test.finds), `the peer finds no ${test.finds}\n${theirs.stderr}`);
  // The error first: where a command fails, it says what the other differences come from.
  if (test.code === undefined) {
    assert.equal(
      ours.code,
      theirs.code,
      `exit code (ours ${ours.code}, the peer's ${theirs.code})\n${shown(theirs, ours)}`,
    );
  } else assert.equal(ours.code, test.code.is, `exit code (${test.code.because})\n${shown(theirs, ours)}`);
  if (test.stdout === undefined) {
    // In words of its own: both tables in full would bury what differs.
    assert.ok(steady(ours.stdout) === steady(theirs.stdout), difference(theirs, ours));
  } else otherwise('stdout', ours.stdout, test.stdout);
  compareErrors(test, peer, theirs, ours);
}

const shown = (theirs: Result, ours: Result): string =>
  [
    `peer's stderr: ${theirs.stderr}`,
    `ours' stderr: ${ours.stderr}`,
    `peer's stdout: ${theirs.stdout.slice(0, 600)}`,
    `ours' stdout: ${ours.stdout.slice(0, 600)}`,
  ].join('\n');

function difference(theirs: Result, ours: Result): string {
  const [a, b] = [steady(theirs.stdout).split('\n'), steady(ours.stdout).split('\n')];
  const at = a.findIndex((line, index) => line !== b[index]);
  const row = at < 0 ? a.length : at;
  const counts = `stdout differs first in line ${row + 1} (the peer's has ${a.length} lines, ours ${b.length})`;
  return `${counts}\n  peer: ${a[row] ?? '(no such line)'}\n  ours: ${b[row] ?? '(no such line)'}`;
}

/** The homes of those who log in as the cloud's environment or `as` says: what one case's login leaves, the next finds. */
const homes = new Map<string, string>();
if (!listing) {
  after(() => {
    for (const home of homes.values()) rmSync(home, { recursive: true, force: true });
  });
}

function homeOf(login: Env): string {
  const key = JSON.stringify(login);
  const home = homes.get(key) ?? mkdtempSync(join(tmpdir(), 'stackline-home-'));
  homes.set(key, home);
  return home;
}

/** Is the case about the login, or how the services are found? */
const isAboutLogin = ({ run, env, peer }: Case): boolean =>
  run.startsWith('-') || env !== undefined || peer?.env !== undefined;

let runs = 0;
/** What a peer prints; some runs, always the same, prove that a warm one prints what one does that has just started. */
async function runPeer(argv: readonly string[], env: Env, cwd: string, { input, moves, stdout }: Case) {
  const warm = await runWarm(argv, env, cwd, input);
  runs += 1;
  if (runs % 40 === 1 && stdout === undefined) {
    const [is, was] = [warm, await run(argv, env, cwd, input)].map((one) => steady(JSON.stringify(still(one, moves))));
    assert.equal(is, was, 'a warm peer is another than one that has just started');
  }
  return warm;
}

/**
 * One test per case. The peer runs once. So does ours, in a home in which the first case logs in and the others find its
 * login; but a case that is about the login has a home of its own, and runs twice there, without a kept login and with.
 */
export function sideBySide(cloud: Cloud, peer: Peer, cases: readonly (Case | string)[]): void {
  for (const entry of cases) {
    const one: Case = typeof entry === 'string' ? { run: entry } : entry;
    if (listing) {
      const otherwise = {
        asked: one.peer?.because,
        stdout: one.stdout?.because,
        stderr: one.stderr?.because,
        code: one.code?.because,
      };
      list({ applet: peer.applet, run: one.run, peer: peer.name, cloud: cloud.name, otherwise });
      continue;
    }
    const login = { ...cloud.env, ...(one.as === undefined ? {} : cloud.member(one.as)) };
    const env = { ...login, ...one.env };
    test(title(cloud, peer, one), async () => {
      await withDirectory(async (directory) => {
        const typed = words(withIds(cloud, one.peer?.run ?? one.run));
        const theirEnv = { ...homely({ ...env, ...one.peer?.env }, join(directory, 'peer')), ...peer.quiet };
        const theirs = runPeer([...peer.command, ...typed], theirEnv, directory, one);
        if (one.isAfterPeer) await theirs;
        const argv = [...linked(peer.applet, directory), ...words(withIds(cloud, one.run))];
        const ourEnv = homely(env, isAboutLogin(one) ? join(directory, 'ours') : homeOf(login));
        const ours = still(await run(argv, ourEnv, directory, one.input), one.moves);
        compare(one, peer, still(await theirs, one.moves), ours);
        if (!isAboutLogin(one)) return;
        const again = still(await run(argv, ourEnv, directory, one.input), one.moves);
        assert.equal(again.code, ours.code, `exit code, with a kept login\n${again.stderr}`);
        assert.equal(steady(again.stdout), steady(ours.stdout), 'stdout, with a kept login');
        assert.equal(steady(again.stderr), steady(ours.stderr), 'stderr, with a kept login');
      });
    });
  }
}

function title(cloud: Cloud, peer: Peer, one: Case): string {
  const env = Object.entries(one.env ?? {}).map(([name, value]) =>
    value === undefined ? `-u ${name}` : `${name}=${value}`,
  );
  const who = one.as === undefined ? '' : ` as ${one.as}`;
  return `${cloud.name}${who}: ${[...env, peer.applet, one.run].join(' ')}`;
}
