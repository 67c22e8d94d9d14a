import { type Answer, type Call, json, Refusal } from '../call.js';
import type { Caller, Cloud } from '../cloud.js';
import { networkTables } from '../seed/network-tables.js';
import type { NetworkRow, NetworkTables } from '../world-network.js';

/** A call to quantum after its middleware. */
export interface NetworkCall extends Call {
  readonly cloud: Cloud;
  readonly caller: Caller;
  /** What is asked for below the version, without `.json`: `['lb', 'pools', '{id}']`. */
  readonly parts: readonly string[];
}

/** An error with the name that neutron gives its kind. */
export function networkRefusal(status: number, type: string, message: string): Refusal {
  return new Refusal(status, message, {}, type);
}

/** An error as neutron writes it. */
export function neutronError({ status, type, message }: { status: number; type: string; message: string }): Answer {
  return json(status, { NeutronError: { type, message, detail: '' } });
}

/** 400, in neutron's words. */
export function badRequest(message: string): Refusal {
  return networkRefusal(400, 'HTTPBadRequest', message);
}

/** The rows of the network service. */
export function tablesOf({ cloud: { world } }: NetworkCall): NetworkTables {
  world.network ??= networkTables(world);
  return world.network;
}

/** The rows of a collection, by its path. */
export function rowsOf(call: NetworkCall, path: string): NetworkRow[] {
  const tables = tablesOf(call);
  tables[path] ??= [];
  return tables[path];
}

/** Does the call change nothing? */
export function isReading({ method }: Call): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The time of the call as neutron writes times: `2013-01-10T10:00:00Z`. */
export function timeOf(call: NetworkCall): string {
  return new Date(call.cloud.now()).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** neutron's idea of yes and no; throws for anything else. */
export function truth(text: string): boolean {
  const word = text.toLowerCase();
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0') return false;
  throw networkRefusal(400, 'InvalidInput', `Invalid input for operation: '${text}' cannot be converted to boolean.`);
}
