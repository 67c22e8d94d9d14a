// What has to be there before the first test.
import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';

/**
 * Runs commands in turn. When one fails, says why, closes with a count that is a failure, and ends the process.
 * @param {string} root the project's directory, where they run
 * @param {string[][]} steps each does nothing when it has been done
 * @returns the environment for the tests: without what some machines set for every process, because it changes how long
 *   a command takes and what it trusts
 */
export function runSteps(root, steps) {
  for (const [file, ...args] of steps) {
    const name = [file === process.execPath ? 'node' : relative(root, file), ...args].join(' ');
    const began = Date.now();
    const done = spawnSync(file, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (done.status !== 0) {
      const said = `${done.stdout ?? ''}${done.stderr ?? ''}`.trimEnd().split('\n').slice(-40).join('\n');
      console.log(`${name} failed: ${done.error?.message ?? `exit code ${done.status ?? done.signal}`}\n${said}`);
      console.log('\n0 passed, 1 failed');
      process.exit(1);
    }
    console.log(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  }
  const { NODE_EXTRA_CA_CERTS: _ca, NODE_OPTIONS: _options, ...env } = process.env;
  return env;
}
