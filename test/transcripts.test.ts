import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { simulate } from '../src/sandbox/index.js';
import { root } from './support/imports.js';
import { shellWords } from './support/shell.js';
import { stackline } from './support/stackline.js';

/*
 * Each file in test/transcripts is a terminal session on the embedded cloud:
 *
 *   # what is shown
 *   $ OS_TENANT_NAME=tom nova list --minimal
 *   …standard output…
 *   ! …a line of standard error
 *   [1]                            the exit code, when it is not 0
 *
 * Each command has a cloud of its own, but in a file that begins with `# One cloud`. In one that begins with
 * `# On a terminal` somebody looks: `COLUMNS` is how wide, and an escape is written as ␛.
 *
 * UPDATE_TRANSCRIPTS=1 writes what really comes out; read the difference before you keep it.
 */

interface Step {
  readonly heading: readonly string[];
  readonly command: string;
  readonly screen: string;
}

const directory = join(root, 'test', 'transcripts');
/** The embedded cloud's clock stands still, so that ages and expiries do too. */
const now = () => Date.UTC(2013, 1, 25, 19, 32, 45);

for (const file of readdirSync(directory).filter((name) => name.endsWith('.txt'))) {
  describe(file, () => {
    const path = join(directory, file);
    const text = readFileSync(path, 'utf8');
    const steps = read(text);
    const cloud = text.startsWith('# One cloud') ? { transport: simulate({ now }) } : {};
    const tty = text.startsWith('# On a terminal');
    const seen: string[] = [];
    for (const step of steps) {
      it(`$ ${step.command}`, async () => {
        const { program, argv, env } = shellWords(step.command);
        const { stdout, stderr, code } = await stackline(argv, { program, env, now, tty, sim: { now }, ...cloud });
        const steady = (text: string): string =>
          text.replace(/req-[0-9a-f-]{36}/g, 'req-…').replace(/\btx[0-9a-f]{21}-[0-9a-f]+/g, 'tx-…');
        const complaints = steady(stderr).split('\n').slice(0, -1);
        const screen = [
          steady(stdout).replaceAll('\x1b', '␛'),
          ...complaints.map((line) => `! ${line}\n`),
          code === 0 ? '' : `[${code}]\n`,
        ].join('');
        seen.push([...step.heading, `$ ${step.command}\n`].join('') + screen);
        if (process.env.UPDATE_TRANSCRIPTS === '1') {
          if (seen.length === steps.length) writeFileSync(path, seen.join('\n'));
        } else assert.equal(screen, step.screen);
      });
    }
  });
}

/** Steps are parted by a blank line before the next `#` or `$`. */
function read(text: string): Step[] {
  const steps = text.split(/\n\n(?=[#$] )/).map((part, index, all) => (index < all.length - 1 ? `${part}\n` : part));
  return steps.map((part) => {
    const at = part.search(/^\$ /m);
    const end = part.indexOf('\n', at);
    const heading = part.slice(0, at);
    return { heading: heading === '' ? [] : [heading], command: part.slice(at + 2, end), screen: part.slice(end + 1) };
  });
}
