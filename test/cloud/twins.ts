/**
 * Commands that change servers: the peer and ours each do the same to a twin of the same server; what they print, their
 * exit code and what has become of the servers are equal.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { list, listing } from './listing.js';
import { homely, program, type Result, run, withDirectory, words } from './processes.js';
import { type Cloud, compare, type Peer } from './side-by-side.js';

/** One thing after the other, done to both twins: `pause {twin}`, where `{twin}` is a name and `{id}` an id. */
export interface Story {
  readonly title: string;
  readonly steps: readonly string[];
}

/** What the tests ask the compute service themselves, as a third client. */
export interface Servers {
  boot(name: string): Promise<string>;
  /** Its state, once no task is under way; undefined when it is gone. */
  state(id: string): Promise<unknown>;
  remove(id: string): Promise<void>;
}

export function twins(cloud: Cloud, peer: Peer, servers: () => Promise<Servers>, stories: readonly Story[]): void {
  for (const { title, steps } of stories) {
    if (listing) {
      const otherwise = { asked: undefined, stdout: undefined, stderr: undefined, code: undefined };
      for (const step of steps) list({ applet: peer.applet, run: step, peer: peer.name, cloud: cloud.name, otherwise });
      continue;
    }
    test(`${cloud.name}: ${peer.applet} on twins: ${title}`, async () => {
      await withDirectory(async (home) => {
        const api = await servers();
        // Names of equal length, so that tables are as wide.
        const names = ['one', 'two'].map((which) =>
          `twin ${which} ${Math.random().toString(36).slice(2, 10).padEnd(8)}`.trim(),
        );
        const ids = await Promise.all(names.map((name) => api.boot(name)));
        try {
          for (const step of steps) {
            const typed = (which: 0 | 1): string[] =>
              words(step).map((word) => word.replace('{twin}', names[which] ?? '').replace('{id}', ids[which] ?? ''));
            const plain = (result: Result, which: 0 | 1): Result => {
              const name = names[which] ?? '';
              // In some lines it is its slug.
              const nameless = (text: string): string =>
                text
                  .replaceAll(ids[which] ?? '', 'ID')
                  .replaceAll(name, 'NAME')
                  .replaceAll(name.replaceAll(' ', '-'), 'SLUG');
              return { ...result, stdout: nameless(result.stdout), stderr: nameless(result.stderr) };
            };
            const theirEnv = { ...homely(cloud.env, join(home, 'peer')), ...peer.quiet };
            const [theirs, ours] = await Promise.all([
              run([...peer.command, ...typed(0)], theirEnv, home),
              run([...program, peer.applet, ...typed(1)], homely(cloud.env, join(home, 'ours')), home),
            ]);
            compare({ run: step }, peer, plain(theirs, 0), plain(ours, 1));
            const [their, our] = await Promise.all(ids.map((id) => api.state(id)));
            assert.deepEqual(our, their, `the server after '${step}'`);
          }
        } finally {
          await Promise.all(ids.map((id) => api.remove(id)));
        }
      });
    });
  }
}
