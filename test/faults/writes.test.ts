import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { dice } from '../support/dice.js';
import { figure } from '../support/figures.js';
import { runs, seed } from '../support/property.js';
import { memoryStore } from '../support/sessions.js';
import { chunked, type Fault, type FaultCloud, faultCloud, type Meant, on, wire, withHeaders } from './fault-cloud.js';
import { judge, type Outcome, run, type Setting, tally } from './judge.js';
import { cutPlaces, fewCutPlaces } from './places.js';

/*
 * The same for what changes something. Whatever happens to the answer, it is sent once; and where nobody knows whether
 * it was done, the error says so.
 */

const METHODS = ['PUT', 'PATCH', 'DELETE', 'POST'] as const;
const DOUBT = /It is not known whether the server has done what was asked: look before you repeat it\./;
const BODY = '{"server":{"id":"7","name":"web"}}';
const right: Outcome = { stdout: `${BODY}\n`, stderr: '', code: 0 };

let cloud: FaultCloud;
/** A login made before. */
const kept = memoryStore();
const known = (): Setting => ({
  logins: { ...kept, save: async (_material, value) => void value(), drop: () => undefined },
});

before(async () => {
  cloud = await faultCloud();
  assert.equal((await run(cloud, 'list', { logins: kept })).code, 0);
});
after(() => {
  cloud.close();
  const cases = [...tally().values()].reduce((sum, one) => sum + one.right + one.failed, 0);
  figure('faults: writes', Math.floor(cases / 100) * 100);
});

const isWrite = ({ request }: Meant): boolean => request.url.includes('/servers/7');
/** What the server means to say, whatever it does then. */
const meant = (asked: Meant): Meant => ({
  ...asked,
  status: 200,
  headers: { 'content-type': 'application/json', 'content-length': String(BODY.length) },
  body: Buffer.from(BODY),
});

/** The exit code when it is not known whether it was done. */
const UNKNOWN = 5;

/** Sends a write, with more tries than it may use. `exit`: the code of a failure. */
async function write(
  method: string,
  what: string,
  act: (socket: Socket, asked: Meant) => void,
  { exit = UNKNOWN } = {},
) {
  let sent = 0;
  const fault: Fault = on(isWrite, (socket, asked) => {
    sent += 1;
    assert.equal(asked.request.method, method);
    act(socket, meant(asked));
  });
  cloud.fault = fault;
  const body = method === 'DELETE' ? '' : ' -d {"name":"web"}';
  const got = await run(cloud, `api ${method} compute /servers/7${body} --retries 3`, known());
  cloud.fault = undefined;
  const shown = `${method}, ${what}: ${got.stdout}${got.stderr}`;
  assert.equal(sent, 1, `sent ${sent} times: ${shown}`);
  return {
    outcome: judge(cloud, `write, ${method}`, what, got, right, { sentence: /^[A-Zh]\S+ \S.*\n/m, exit }),
    shown,
  };
}

for (const method of METHODS) {
  describe(`${method} is sent once`, () => {
    for (const [name, bytes] of [
      ['with a length', wire],
      ['in chunks', chunked],
    ] as const) {
      for (const how of ['closed', 'reset'] as const) {
        it(`its answer ${name}, ${how} anywhere: an error that does not say that nothing was done`, async () => {
          let places: readonly number[] = [];
          const whole = await write(method, 'whole', (socket, answer) => {
            places = (how === 'closed' ? cutPlaces : fewCutPlaces)(bytes(answer));
            socket.end(bytes(answer));
          });
          assert.equal(whole.outcome, 'right', whole.shown);
          assert.ok(places.length > 10);
          for (const at of places) {
            const { outcome, shown } = await write(method, `${name}, ${how} at ${at}`, (socket, answer) => {
              const part = bytes(answer).subarray(0, at);
              if (how === 'closed') socket.end(part);
              else if (at === 0) socket.resetAndDestroy();
              else socket.write(part, () => setTimeout(() => socket.resetAndDestroy(), 1));
            });
            assert.equal(outcome, 'failed', shown);
            assert.match(shown, DOUBT);
          }
        });
      }
    }

    it('to a server that falls silent anywhere', async (t) => {
      for (const at of [0, 5, 20, 60, 90, 100]) {
        t.mock.timers.enable({ apis: ['setTimeout'] });
        let isOver = false;
        const passTime = (): void => {
          if (isOver) return;
          t.mock.timers.tick(1000);
          setImmediate(passTime);
        };
        const { outcome, shown } = await write(method, `silent at ${at}`, (socket, answer) => {
          socket.write(wire(answer).subarray(0, at));
          passTime();
        }).finally(() => {
          isOver = true;
          t.mock.timers.reset();
        });
        assert.equal(outcome, 'failed', shown);
        assert.match(shown, DOUBT);
      }
    });

    it('to a server that answers with bytes at random', async () => {
      const roll = dice(seed);
      for (let number = 0; number < runs(200); number += 1) {
        const bytes = Buffer.from(Array.from({ length: roll(600) }, () => roll(256)));
        // TLS is what a server speaks that has understood nothing.
        if (bytes[0] === 0x15 || bytes[0] === 0x16) bytes[0] = 0x80;
        const { outcome, shown } = await write(method, `garbage ${number}`, (socket) => void socket.end(bytes));
        assert.equal(outcome, 'failed', shown);
        assert.match(shown, DOUBT);
      }
    });

    it('to a server that is busy or sends elsewhere', async () => {
      for (const status of [301, 302, 303, 429, 500, 502, 503, 504]) {
        const body = Buffer.from('{"computeFault":{"message":"Busy"}}');
        const headers: Record<string, string> = status < 400 ? { location: '/elsewhere' } : { 'retry-after': '0' };
        const { outcome, shown } = await write(
          method,
          String(status),
          (socket, answer) => void socket.write(withHeaders({ ...answer, status }, headers, body)),
          { exit: status === 502 || status === 504 ? UNKNOWN : 1 },
        );
        // An answer of any status is what `api` shows.
        assert.match(shown, status < 400 ? /redirects a .*, and nothing was changed/ : /Busy/, outcome);
        assert.equal(DOUBT.test(shown), status === 502 || status === 504, shown);
      }
    });
  });
}
