import assert from 'node:assert/strict';
import { connect } from '../../src/http/http-transport.js';
import { main } from '../../src/main.js';
import type { TokenStore } from '../../src/session/token-cache.js';
import { recordingDirectory } from '../../src/storage/recording-directory.js';
import { fakeHost } from '../support/fake-host.js';
import { loginEnv } from '../support/sessions.js';
import type { FaultCloud } from './fault-cloud.js';

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export interface Setting {
  readonly version?: 'v2.0' | 'v3';
  readonly logins?: TokenStore;
  /** Besides the login. */
  readonly env?: Readonly<Record<string, string>>;
  readonly program?: string;
}

/** Milliseconds after which a command counts as hanging. */
const HANGS = 120_000;

/** Runs one command line of the program in this process, over real sockets. */
export async function run(cloud: FaultCloud, line: string, setting: Setting = {}): Promise<Outcome> {
  const version = setting.version ?? 'v3';
  const { host, stdout, stderr } = fakeHost({
    ...(setting.program === undefined ? {} : { program: setting.program }),
    argv: line.split(' '),
    env: loginEnv('test-user', version, {
      OS_AUTH_URL: `${cloud.url}/identity/${version}`,
      OS_PASSWORD: 'test-password',
      OS_TENANT_NAME: 'test-project',
      ...setting.env,
    }),
    network: { connect: async (options) => connect(options) },
    storage: { logins: async () => setting.logins },
    files: { recording: async (path) => recordingDirectory(path) },
  });
  let timer: NodeJS.Timeout | undefined;
  const hanging = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${line} hangs`)), HANGS);
  });
  const code = await Promise.race([main(host), hanging]);
  clearTimeout(timer);
  return { stdout: stdout(), stderr: stderr(), code };
}

const counts = new Map<string, { right: number; failed: number }>();

/**
 * A right answer, or exit code 1, or another that is meant, with a sentence; nothing else, and never a secret.
 * @param kind what the case is counted as
 * @param sentence how an error begins
 */
export function judge(
  cloud: FaultCloud,
  kind: string,
  what: string,
  got: Outcome,
  right: Outcome,
  { sentence = /^ERROR \([A-Za-z]+\): \S.*\n/m, exit = 1 } = {},
): 'right' | 'failed' {
  const { stdout, stderr, code } = got;
  const shown = `${kind}, ${what}: code ${code}\n${stdout.slice(0, 2000)}${stderr.slice(0, 2000)}`;
  for (const secret of ['test-password', ...cloud.tokens]) {
    assert.ok(!(stdout + stderr).includes(secret), `a secret is shown: ${shown}`);
  }
  assert.doesNotMatch(stderr, /unexpected happened|defect of ours|undefined|\[object/, shown);
  // The trace of --debug ends with our own.
  if (!/^REQ: /.test(stderr)) assert.doesNotMatch(stderr, /\n\s+at /, shown);
  const count = counts.get(kind) ?? { right: 0, failed: 0 };
  counts.set(kind, count);
  if (code === 0) {
    assert.equal(stdout, right.stdout, `a wrong answer with exit 0: ${shown}`);
    count.right += 1;
    return 'right';
  }
  assert.equal(code, exit, shown);
  assert.match(stderr, sentence, shown);
  count.failed += 1;
  return 'failed';
}

/** Counts of all cases so far, by kind. */
export function tally(): ReadonlyMap<string, { readonly right: number; readonly failed: number }> {
  return counts;
}
