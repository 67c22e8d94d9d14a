import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Quiet } from '../../src/core/errors.js';
import { exitCodes } from '../../src/core/exit-codes.js';
import { main } from '../../src/main.js';
import { fakeHost } from '../support/fake-host.js';
import { code, sources } from '../support/imports.js';
import { type Setting, stackline } from '../support/stackline.js';

const interrupted = (): Promise<never> => Promise.reject(new Quiet('interrupted'));
const held = { holder: { pid: 1, host: 'jump1', since: 0, start: '' }, path: '/nowhere' };

describe('exit codes', () => {
  it('are the ones that scripts know', () => {
    assert.deepEqual(exitCodes, {
      ok: 0,
      failed: 1,
      usage: 2,
      unknown: 5,
      incomplete: 6,
      locked: 7,
      timeout: 124,
      interrupted: 130,
      brokenPipe: 141,
      terminated: 143,
    });
  });

  const cases: readonly (readonly [keyof typeof exitCodes, string, Setting?])[] = [
    ['ok', 'list'],
    ['ok', 'help list'],
    ['ok', 'list --curl'],
    ['failed', 'show nobody'],
    ['failed', 'doctor', { env: { OS_PASSWORD: 'wrong' } }],
    ['usage', 'lsit'],
    ['usage', 'list --no-such-option'],
    ['locked', 'list --lock', { lock: async () => held }],
    ['interrupted', 'list', { env: { OS_PASSWORD: undefined }, tty: true, askPassword: interrupted }],
    ['interrupted', 'doctor', { env: { OS_PASSWORD: undefined }, tty: true, askPassword: interrupted }],
  ];
  for (const [reason, line, setting] of cases) {
    it(`${line} ends as ${reason}, with ${exitCodes[reason]}`, async () => {
      assert.equal((await stackline(line, setting)).code, exitCodes[reason]);
    });
  }

  it('of a run that ends quietly come without a word', async () => {
    const { stderr } = await stackline('list', {
      env: { OS_PASSWORD: undefined },
      tty: true,
      askPassword: interrupted,
    });
    assert.equal(stderr, '');
    const gone = fakeHost({
      argv: ['help'],
      stdout: {
        isTTY: () => false,
        write: () => {
          throw new Quiet('brokenPipe');
        },
      },
    });
    assert.deepEqual([await main(gone.host), gone.stderr()], [exitCodes.brokenPipe, '']);
  });

  it('need no error without a message', () => {
    const wrong = sources('src').filter((file) => /new \w*(Failure|Error)\(\s*''/.test(code(file)));
    assert.deepEqual(wrong, []);
  });

  it('are made of reasons in two places: where a command line ends, and where a signal ends the process; help tells them', () => {
    const named = sources('src').filter((file) => /\bexitCodes\b/.test(code(file)));
    assert.deepEqual(named, [
      'src/cli/own-help/exit-meanings.ts',
      'src/core/exit-codes.ts',
      'src/host/process.ts',
      'src/main.ts',
    ]);
  });
});
