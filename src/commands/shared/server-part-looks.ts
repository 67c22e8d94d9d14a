/** How far what belongs to a server is, for those who wait: an interface, a migration, a dump. */
import type { Change } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { Failure } from '../../core/errors.js';
import { actionState, lastFailure } from '../../services/compute/after-action.js';
import { getInterface, interfaceState } from '../../services/compute/interfaces.js';
import { serverMigration } from '../../services/compute/server-subresources.js';
import { ownServers } from '../../services/compute/servers.js';
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
  const failed = await lastFailure(context.session, server);
  if (failed === undefined) return { port_id, net_id };
  throw new Failure(`${portId}: ${failed.said}`, failed.why === '' ? {} : { hint: failed.why });
};

/** A live migration: nova tells only of those that are under way. */
export const lookAtMigration: Look = async (context) =>
  serverMigration(context.session, await serverOf(context), (context.args as { readonly migration: string }).migration);

/** An action that leaves no trace in the server's state. */
export const lookAtAction =
  (name: string): Look =>
  ({ session }, id) =>
    actionState(session, id, name);
