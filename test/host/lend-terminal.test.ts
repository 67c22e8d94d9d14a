import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lendTerminal } from '../../src/host/lend-terminal.js';

describe('lending the terminal to another program', () => {
  it('gives its exit code, or the signal as shells count it', async () => {
    assert.equal(await lendTerminal(['sh', '-c', 'exit 3'], process), 3);
    assert.equal(await lendTerminal(['sh', '-c', 'kill -TERM $$'], process), 128 + 15);
  });

  it('says that a program cannot be run', async () => {
    await assert.rejects(lendTerminal(['/no/such/program'], process), { message: 'Unable to run /no/such/program.' });
  });

  it('leaves Ctrl-C to the program meanwhile, and to its own handler afterwards', async () => {
    const mine = (): void => undefined;
    process.on('SIGINT', mine);
    const before = process.listeners('SIGINT');
    try {
      const running = lendTerminal(['sh', '-c', 'sleep 0.2'], process);
      assert.ok(!process.listeners('SIGINT').includes(mine));
      await running;
      assert.deepEqual(process.listeners('SIGINT'), before);
    } finally {
      process.off('SIGINT', mine);
    }
  });
});
