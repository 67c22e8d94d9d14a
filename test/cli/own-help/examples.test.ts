import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { everyCommand, onTheMachine, runExample, type Shown } from '../../support/examples.js';
import { deep } from '../../support/property.js';

/* Each example of help does something on the embedded cloud. All of them in a deep run, else one in fourteen. */

/** What the embedded cloud has none of: it says so, as a cloud does. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'cinder group-type-default': /Default group type can not be found/,
};

const all = (await everyCommand()).filter((shown) => !onTheMachine(shown));
const chosen = all.filter((_, at) => deep || at % 14 === 0);

async function problem(shown: Shown, example: string): Promise<string | undefined> {
  const { client, name } = shown;
  const { code, stderr } = await runExample(shown, example);
  const refused = REFUSED[`${client} ${name}`];
  if (refused === undefined ? code === 0 : code === 1 && refused.test(stderr)) return undefined;
  return `${client} ${example}: ${code} ${stderr.split('\n', 2).join(' ')}`;
}

describe('examples', () => {
  it('are commands that succeed on the embedded cloud', async () => {
    const problems: string[] = [];
    for (const shown of chosen)
      for (const example of shown.examples) {
        const found = await problem(shown, example);
        if (found !== undefined) problems.push(found);
      }
    assert.deepEqual(problems, []);
  });
});
