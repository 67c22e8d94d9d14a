import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { onlyAsShown } from '../../src/app/changes/as-shown.js';
import type { HttpRequest } from '../../src/http/transport.js';
import type { World } from '../../src/sandbox/world.js';
import { everyCommand, onTheMachine, runExample, type Shown } from '../support/examples.js';
import { deep } from '../support/property.js';
import type { Setting } from '../support/stackline.js';

/*
 * A person reads a plan, and meanwhile the things of the cloud take each other's names. What is sent then is what the plan
 * has shown, or nothing. All commands that change something in a deep run, else some of them.
 */

/** Every how many of the commands is tried. */
const SAMPLE = deep ? 1 : 25;

const isWrite = (request: string): boolean => !/^(?:GET|HEAD) |\/tokens$/.test(request);

/** The commands, with an example that shows how it is typed. */
async function changing(): Promise<readonly Shown[]> {
  const all = (await everyCommand()).filter(
    (one) => one.command.change !== undefined && one.client !== 'hyperv' && !onTheMachine(one),
  );
  return all.filter((_, at) => at % SAMPLE === 0);
}

const exampleOf = ({ examples }: Shown): string | undefined =>
  examples.find((one) => !/ --(?:curl|dry-run|where|yes)\b/.test(one));

/** Each list of things that have names: the names go round by one, but for the group that nova makes itself. */
function swapNames(world: World): void {
  for (const list of Object.values(world)) {
    if (!Array.isArray(list)) continue;
    const named = list.filter((one) => typeof one?.name === 'string' && one.name !== 'default');
    const names = named.map(({ name }) => name);
    for (const [at, one] of named.entries()) {
      one.name = named.length === 1 ? `${names[0]}-renamed` : names[(at + 1) % names.length];
    }
  }
}

/** The ids of a cloud, which are made up anew for each, as the names of the things that have them now. */
function byNames(world: World): (request: string) => string {
  const names = new Map<string, string>();
  for (const [kind, list] of Object.entries(world)) {
    for (const { id, name } of Array.isArray(list) ? list : []) names.set(String(id), `${kind} ${name}`);
  }
  return (request) =>
    request
      .replace(/^(\w+ )https?:\/\/[^/]+/, '$1')
      .replace(/[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/g, (id) => names.get(id) ?? 'made up');
}

/** Is not done to the thing itself once that has another name: the name is its id, or there is another thing in it. */
const NOTHING = ['nova keypair-delete', 'nova rebuild'];

describe('a change that somebody was asked about', () => {
  it('is sent as it was shown, or not at all, whatever has which name meanwhile', async () => {
    let count = 0;
    for (const shown of await changing()) {
      const example = exampleOf(shown);
      if (example === undefined) continue;
      const command = `${shown.client} ${shown.name}`;
      const written = async (happens: (world: World) => void) => {
        let named = (request: string): string => request;
        let isAsked = false;
        const setting = (world: World): Setting => {
          named = byNames(world);
          const readLine = async (): Promise<string> => {
            isAsked = true;
            happens(world);
            return 'y';
          };
          return { readLine };
        };
        const screen = await runExample(shown, example, { words: ['--confirm'], setting });
        assert.ok(isAsked, `${command}: ${screen.stderr}`);
        return { ...screen, sent: screen.requests.filter(isWrite).map(named) };
      };
      const calm = await written(() => undefined);
      assert.equal(calm.code, 0, `${command}: ${calm.stderr}`);
      const { sent, code, stderr } = await written(swapNames);
      count += 1;
      if (code === 0) assert.deepEqual(sent, calm.sent, command);
      else assert.deepEqual(sent, sent.length === 0 ? [] : calm.sent, command);
      const isDone = code === 0 || NOTHING.includes(command) || shown.command.change?.destroys === undefined;
      assert.ok(isDone, `${command}: ${stderr}`);
    }
    assert.ok(count > (deep ? 160 : 5), String(count));
  });
});

describe('a request of a run that was asked about', () => {
  const at = (line: string, body?: string): HttpRequest => {
    const [method = '', path = ''] = line.split(' ');
    return { method, url: `http://cloud.example.com${path}`, headers: {}, ...(body && { body }) } as HttpRequest;
  };
  const refused = /is not what was shown any more\. It was not sent\.$/;

  it('may be sent once where it was rehearsed, with the same body', () => {
    const check = onlyAsShown([at('POST /servers/1/action', '{"resize":7}')], ['web 1']);
    assert.throws(() => check(at('POST /servers/1/action', '{"resize":8}')), refused);
    check(at('POST /servers/1/action', '{"resize":7}'));
  });

  it('may have a password in it that nobody had been asked for yet', () => {
    onlyAsShown([at('PUT /users/1', '{"password":"$NEW_PASSWORD"}')], [])(at('PUT /users/1', '{"password":"x"}'));
  });

  it('may not be about another thing of the kind, unless the plan names it', () => {
    const check = onlyAsShown([at('DELETE /groups/1')], ['scrub', 'a: group b (2) is deleted']);
    assert.throws(() => check(at('DELETE /groups/3')), refused);
    check(at('DELETE /groups/1'));
    check(at('DELETE /groups/2'));
    assert.throws(() => check(at('DELETE /groups/3')), refused);
  });

  it('may be the next step once the first one has been sent, not before', () => {
    const check = onlyAsShown([at('POST /tenants')], []);
    assert.throws(() => check(at('PUT /tenants/9/users/8')), refused);
    check(at('POST /tenants'));
    check(at('PUT /tenants/9/users/8'));
  });
});
