/** How far what belongs to a server is, for those who wait: an interface, an address, a migration, a dump. */
import type { Change } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { asRecord, asRecords, asText } from '../../lib/read.js';
import { actionState, lastFailure } from '../../services/compute/after-action.js';
import { getInterface, interfaceState } from '../../services/compute/interfaces.js';
import { migrationOf } from '../../services/compute/migrations.js';
import { getServer, ownServers, type Server } from '../../services/compute/servers.js';
import { findOne } from '../../services/resource.js';

type Look = Change['look'] & {};

/** Ids of the servers that were typed: they are looked up once for each run. */
const known = new WeakMap<object, Promise<string>>();

function serverOf({ session, args }: Context<never, never>): Promise<string> {
  const { server } = args as { readonly server: string };
  const id = known.get(args) ?? findOne(session, ownServers, server).then((found) => found.id);
  known.set(args, id);
  return id;
}

/** An interface that a server gets. */
export const lookAtNewInterface: Look = async (context, port) =>
  interfaceState(context.session, await serverOf(context), port);

/** One that it loses: gone, or nova could not take it. */
export const lookAtOldInterface: Look = async (context) => {
  const { portId } = context.args as { readonly portId: string };
  const server = await serverOf(context);
  const { port_id, net_id } = await getInterface(context.session, server, portId);
  const failed = await lastFailure(context.session, server, 'detach_interface');
  if (failed === undefined) return { port_id, net_id };
  return { port_id, net_id, failed_removal: `${portId}: ${failed.said}`, fault: { message: failed.why } };
};

/** Its own: those that lead to it from outside come and go without it. */
function addressesOf({ addresses }: Server): ReadonlySet<string> {
  const all = Object.values(asRecord(addresses)).flatMap(asRecords);
  return new Set(all.filter((one) => one['OS-EXT-IPS:type'] !== 'floating').map(({ addr }) => asText(addr)));
}

/** The addresses that servers had before a run. */
const had = new WeakMap<object, ReadonlySet<string>>();

/** Before a server gets an address: nova does not tell which one that is. */
export const noteAddresses: Change['before'] & {} = async (context) => {
  had.set(context.args, addressesOf(await getServer(context.session, await serverOf(context))));
};

/** An address that a server gets: that nova could not give it one is told nowhere. */
export const lookAtNewAddress: Look = async ({ session, args }, id) => {
  const before = had.get(args);
  const isNew = [...addressesOf(await getServer(session, id))].some((one) => before?.has(one) === false);
  return { status: isNew ? 'address added' : 'no address added' };
};

/** One that it loses. */
export const lookAtOldAddress: Look = async ({ session, args }, id) => {
  const { address } = args as { readonly address: string };
  return { status: addressesOf(await getServer(session, id)).has(address) ? 'address still there' : 'address removed' };
};

/** A live migration: it is over in the one way or in the other, which only the list of all of them tells. */
export const lookAtMigration: Look = async (context) => {
  const { migration } = context.args as { readonly migration: string };
  const found = await migrationOf(context.session, await serverOf(context), migration);
  return found ?? { failed_action: `migration ${migration} is not among those of the server any more` };
};

/** An action that leaves no trace in the server's state. */
export const lookAtAction =
  (name: string): Look =>
  ({ session }, id) =>
    actionState(session, id, name);
