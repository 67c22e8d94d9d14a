import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { figure } from '../support/figures.js';
import { memoryStore } from '../support/sessions.js';
import { type Fault, type FaultCloud, faultCloud, isList, type Meant, on } from './fault-cloud.js';
import { judge, type Outcome, run, type Setting, tally } from './judge.js';

/*
 * A cloud that does to its answers whatever a network and the servers on it can do. A case is right, or fails with a
 * sentence. Whoever imports this gets the cloud for as long as its tests last.
 */

export let cloud: FaultCloud;
export let right: Outcome;
/** A login made before, for cases that are about the list alone. */
export const kept = memoryStore();

before(async () => {
  cloud = await faultCloud();
  right = await run(cloud, 'list', { logins: kept });
  assert.match(right.stdout, /\| sandbox \| ACTIVE \|/);
});
after(() => {
  cloud.close();
  for (const [kind, { right, failed }] of tally()) {
    const count = right + failed;
    // How many bytes there are to be cut when they are compressed is up to the version of zlib.
    figure(`faults: ${kind}`, count < 1000 ? count : Math.floor(count / 100) * 100);
  }
});

export const known = (): Setting => ({
  logins: { ...kept, save: async (_material, value) => void value(), drop: () => undefined },
});

/** A case: what the server does to answers that are meant so, and how the command ends. */
export async function meet(kind: string, what: string, fault: Fault, setting?: Setting, line = 'list --retries 0') {
  cloud.fault = fault;
  const got = await run(cloud, line, setting);
  cloud.fault = undefined;
  return judge(cloud, kind, what, got, right);
}

/** A list that answers with these bytes and closes. */
export const says = (make: (meant: Meant) => Buffer | string): Fault =>
  on(isList, (socket, meant) => void socket.end(make(meant)));

/** Waits so many milliseconds. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
