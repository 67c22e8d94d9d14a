import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { testCertificate } from '../http/proxy-server.js';
import { deep } from '../support/property.js';
import { memoryStore } from '../support/sessions.js';
import { type Fault, type FaultCloud, faultCloud, type Meant, wire } from './fault-cloud.js';
import { judge, type Outcome, run, type Setting } from './judge.js';
import { cutPlaces, fewCutPlaces } from './places.js';
import { type Cut, type Relay, recordsOf, relayServer, type Way } from './relay.js';

/*
 * Whole commands that change something, to a cloud behind TLS, a proxy, or both, on a line that breaks anywhere: in the
 * request, in the answer, in the handshake. The server counts.
 */

/**
 * The change alone, with more tries than it may use. In a deep run others as well, which look something up first: that is
 * asked for again on a connection of its own, where the kept one has been closed.
 */
const ALONE = 'unlock ID --retries 3';
const LINES: readonly string[] = [
  ALONE,
  ...(deep ? ['meta sandbox set color=blue --retries 0', 'reboot sandbox --retries 0'] : []),
];
const DOUBT = /It is not known whether the server has done what was asked: look before you repeat it\./;
const UNKNOWN = 5;
const HOWS: readonly Cut['how'][] = deep ? ['closed', 'reset'] : ['closed'];

const certificate = testCertificate();
/** Logins made before, and the id of the server. */
const stores = new Map<FaultCloud, ReturnType<typeof memoryStore>>();
const ids = new Map<FaultCloud, string>();
let plain: FaultCloud;
let secure: FaultCloud;
let relay: Relay;

before(async () => {
  plain = await faultCloud();
  secure = await faultCloud(certificate);
  relay = await relayServer();
  for (const [one, env] of [
    [plain, {}],
    [secure, trusted()],
  ] as const) {
    const logins = memoryStore();
    const { stdout } = await run(one, 'list', { logins, env });
    ids.set(one, /^\| (\S+) \| sandbox /m.exec(stdout)?.[1] ?? '');
    stores.set(one, logins);
  }
});
after(() => {
  for (const one of [plain, secure, relay]) one.close();
  certificate.remove();
});

const isWrite = ({ request: { method, url } }: Meant): boolean => method !== 'GET' && !/\/tokens$/.test(url);

/** How a command reaches a cloud. */
interface Carrier {
  readonly name: string;
  readonly cloud: () => FaultCloud;
  readonly env: () => Readonly<Record<string, string>>;
}
const trusted = () => ({ OS_CACERT: certificate.path });
const carriers = {
  tls: { name: 'TLS', cloud: () => secure, env: trusted },
  proxy: { name: 'a proxy', cloud: () => plain, env: () => ({ http_proxy: relay.url }) },
  tunnel: {
    name: 'a tunnel through a proxy',
    cloud: () => secure,
    env: () => ({ ...trusted(), https_proxy: relay.url }),
  },
} satisfies Record<string, Carrier>;

/** Runs a command, and checks what must be so wherever the line breaks. */
async function attempt(
  { name, cloud, env }: Carrier,
  line: string,
  { right, what, fault }: { readonly right?: Outcome; readonly what: string; readonly fault?: Fault },
): Promise<Outcome> {
  const one = cloud();
  let sent = 0;
  one.fault = (socket, meant) => {
    if (!isWrite(meant)) return false;
    sent += 1;
    return fault === undefined ? false : fault(socket, meant);
  };
  relay.begin();
  const logins = stores.get(one) as ReturnType<typeof memoryStore>;
  const setting: Setting = { logins, env: { ...env(), no_proxy: '' }, program: 'nova' };
  const got = await run(one, line.replace('ID', ids.get(one) ?? ''), setting);
  one.fault = undefined;
  const shown = `${line} through ${name}, ${what}: sent ${sent}, code ${got.code}, ${got.stderr}`;
  assert.ok(sent <= 1, `sent twice: ${shown}`);
  const outcome = judge(one, `carried by ${name}`, what, got, right ?? got, { exit: got.code });
  if (right === undefined) {
    assert.deepEqual([got.code, sent], [0, 1], shown);
    return got;
  }
  if (outcome === 'right') assert.equal(sent, 1, shown);
  // Who says nothing of a doubt has sent nothing.
  else if (sent === 1 || got.code !== 1) assert.equal(got.code, UNKNOWN, shown);
  assert.equal(DOUBT.test(got.stderr), got.code === UNKNOWN, shown);
  return got;
}
const placesFor = (line: string) => (deep && line === ALONE ? cutPlaces : fewCutPlaces);

describe('a change over TLS', () => {
  for (const line of LINES) {
    it(`is sent once, and is in doubt, wherever its answer ends: ${line}`, async () => {
      let answer: Buffer = Buffer.alloc(0);
      const right = await attempt(carriers.tls, line, {
        what: 'whole',
        fault: (socket, meant) => {
          answer = wire(meant);
          socket.write(answer);
        },
      });
      for (const at of placesFor(line)(answer)) {
        // With a farewell of TLS, and without one.
        for (const how of ['closed', 'torn'] as const) {
          const { code } = await attempt(carriers.tls, line, {
            right,
            what: `${how} at ${at}`,
            fault: (socket) => {
              const part = answer.subarray(0, at);
              if (how === 'closed') socket.end(part);
              else if (at === 0) socket.destroy();
              else socket.write(part, () => socket.destroy());
            },
          });
          assert.equal(code, UNKNOWN, `${how} at ${at}`);
        }
      }
    });
  }
});

describe('a change through a proxy', () => {
  for (const line of LINES) {
    it(`is sent once, wherever the line breaks: ${line}`, async () => {
      const right = await attempt(carriers.proxy, line, { what: 'whole' });
      const whole = { ...relay.seen };
      const codes = new Set<number>();
      for (const way of ['up', 'down'] as const) {
        for (const at of placesFor(line)(whole[way])) {
          for (const how of HOWS) {
            await withCut({ way, at, how }, async () => {
              const { code } = await attempt(carriers.proxy, line, { right, what: `${way}, ${how} at ${at}` });
              if (line === ALONE) assert.notEqual(code, 0, `${way}, ${how} at ${at}`);
              codes.add(code);
            });
          }
        }
      }
      if (line === ALONE) assert.ok(codes.has(UNKNOWN), [...codes].join());
    });
  }
});

describe('a change through a tunnel', () => {
  for (const line of LINES) {
    it(`is sent once, wherever the line breaks: ${line}`, async () => {
      const right = await attempt(carriers.tunnel, line, { what: 'whole' });
      const codes = new Set<number>();
      const whole = { up: recordsOf(relay.seen.up), down: recordsOf(relay.seen.down) };
      for (const cut of (['up', 'down'] as const).flatMap((way) => cutsOf(way, whole[way], line === ALONE))) {
        const what = `${cut.way}, ${cut.how} in record ${cut.record} at ${cut.at}`;
        await withCut(cut, async () => {
          const { code } = await attempt(carriers.tunnel, line, { right, what });
          codes.add(code);
          const wholeOnes = recordsOf(relay.seen.down).filter(
            ({ begin, length }) => begin + length <= relay.seen.down.length,
          );
          if (code === 0 && line === ALONE) assert.ok(wholeOnes.length >= whole.down.length, what);
        });
      }
      if (line === ALONE) assert.ok(codes.has(1) && codes.has(UNKNOWN), [...codes].join());
    });
  }
});

async function withCut(cut: Cut, work: () => Promise<void>): Promise<void> {
  relay.cut = cut;
  await work().finally(() => {
    relay.cut = undefined;
  });
}

/** In each record in the middle, and at the ends of the last one; in a deep run after each byte. */
const cutsOf = (way: Way, records: ReturnType<typeof recordsOf>, isAlone: boolean): readonly Cut[] =>
  records.flatMap(({ length }, record) => {
    const middle = Math.floor(length / 2);
    const some = record === records.length - 1 ? [0, middle, length - 1] : [middle];
    const all = deep && isAlone ? [...Array(length).keys()] : some;
    return all.map((at): Cut => ({ way, at, record, how: deep && at % 2 === 1 ? 'reset' : 'closed' }));
  });
