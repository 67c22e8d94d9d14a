import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import nova from '../../src/classic/nova.js';
import { Failure } from '../../src/core/errors.js';
import type { ExitReason } from '../../src/core/exit-codes.js';
import type { Outcome, OutcomesView } from '../../src/core/view.js';
import { render } from '../../src/output/index.js';
import type { OutputOptions } from '../../src/output/renderer.js';

const refusal = (reason: ExitReason = 'failed'): Failure =>
  new Failure("No server with a name or ID of 'gone' exists.", {}, reason);

const three = (reason: ExitReason = 'failed'): readonly Outcome[] => [
  { given: 'web', id: '1', said: 'Request to delete server web has been accepted.' },
  { given: 'gone', error: refusal(reason) },
  { given: 'db', id: '2', said: 'Request to delete server db has been accepted.' },
];

async function written(
  outcomes: readonly Outcome[],
  view: Partial<OutcomesView>,
  options: Partial<OutputOptions> = {},
) {
  const warned: string[] = [];
  let out = '';
  let error: unknown;
  const pages = (async function* () {
    yield* outcomes;
  })();
  const choice: OutputOptions = {
    format: 'table',
    columns: [],
    sortColumns: [],
    tty: false,
    style: nova.tables,
    ...options,
    warn: (line) => void warned.push(line),
  };
  try {
    await render({ kind: 'outcomes', outcomes: pages, ...view }, choice, (chunk) => {
      out += chunk;
    });
  } catch (caught) {
    error = caught;
  }
  return { out, warned, error };
}

describe('the outcomes of a command on many targets', () => {
  it('are a line each in typed order, and the sentence of the client is the error when one failed', async () => {
    const refused = 'Unable to delete the specified server(s).';
    const { out, warned, error } = await written(three(), { refused });
    assert.equal(
      out,
      'Request to delete server web has been accepted.\nRequest to delete server db has been accepted.\n',
    );
    assert.deepEqual(warned, ["No server with a name or ID of 'gone' exists."]);
    assert.ok(error instanceof Failure);
    assert.deepEqual([error.message, error.exitReason], [refused, 'failed']);
  });

  it('have the line of the client about a target that failed, where it has one, on standard output', async () => {
    const failedLine: OutcomesView['failedLine'] = ({ given }, { message }) => `${given}: ${message}`;
    const { out, warned } = await written(three(), { failedLine });
    assert.match(out, /^gone: No server with .*$/m);
    assert.deepEqual(warned, []);
  });

  it('are a row per target in a format for machines', async () => {
    const { out, error } = await written(three(), {}, { format: 'json', noindent: true });
    assert.deepEqual(JSON.parse(out), [
      {
        Target: 'web',
        ID: '1',
        Result: 'accepted',
        Message: 'Request to delete server web has been accepted.',
      },
      { Target: 'gone', ID: null, Result: 'failed', Message: "No server with a name or ID of 'gone' exists." },
      { Target: 'db', ID: '2', Result: 'accepted', Message: 'Request to delete server db has been accepted.' },
    ]);
    assert.equal(error instanceof Failure && error.message, '1 of 3 failed.');
  });

  it('end as unknown when it is not known of one of them whether it was done', async () => {
    const { error } = await written(three('unknown'), {});
    assert.equal(error instanceof Failure && error.exitReason, 'unknown');
  });

  it('end without an error when none failed, and print nothing where the client says nothing', async () => {
    const { out, error } = await written([{ given: 'web' }], {});
    assert.deepEqual([out, error], ['', undefined]);
  });

  it('show what a server said in one visible line', async () => {
    const error = new Failure('a\x1b[31m\nb');
    const { out } = await written([{ given: 'x', error }], { failedLine: (_, failure) => failure.message });
    assert.equal(out, 'a\\x1b[31m\\nb\n');
  });

  it('are a table where --sort-column asks for an order', async () => {
    const { out } = await written(three(), {}, { sortColumns: ['Target'] });
    assert.deepEqual(
      out.split('\n').flatMap((line) => /^\| (\w+)/.exec(line)?.[1] ?? []),
      ['Target', 'db', 'gone', 'web'],
    );
  });
});
