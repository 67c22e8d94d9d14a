import { act } from '../../command/act.js';
import type { Command, Translation, Until } from '../../command/command.js';
import { argument, flag, restArguments } from '../../command/options.js';
import type { Outcome } from '../../core/view.js';
import { pythonBytesRepr } from '../../lib/python/bytes.js';
import { servers } from '../../services/compute/servers.js';
import { actOnOne, type FindOptions, findOne } from '../../services/resource.js';
import type { Session } from '../../session/session.js';

interface ServerAction {
  readonly openstack: Translation;
  /** Sends it about the server of a name or id. */
  readonly run: (session: Session, given: string, options?: FindOptions) => Promise<unknown>;
  readonly destroys?: string;
  readonly until?: Until;
}

/** `POST /servers/{id}/action` with one key: Compute API reference, "Servers - run an action". */
export const action =
  (name: string, parameters: unknown = null): ServerAction['run'] =>
  (session, given, options) =>
    actOnOne(session, servers, given, name, parameters, options);

/** Something that is done to one server, and of which the classic client says nothing. */
export function actOnServer({ run, ...spec }: ServerAction): Command {
  return act({
    ...spec,
    arguments: { server: argument('<server>', 'Name or ID of server.') },
    targets: ({ args }) => [args.server],
    find: ({ session }, given) => findOne(session, servers, given),
    run: ({ session }, given) => run(session, given),
  });
}

/**
 * Something that is done to several servers (novaclient utils.py, do_action_on_many): what goes wrong with one is written
 * to standard output, as Python 3 shows bytes, and the others go on.
 *
 * @param verb as in `Request to <verb> server web has been accepted.`
 * @param help of `--all-tenants`
 */
export function actOnServers({ run, ...spec }: ServerAction, verb: string, help: string): Command {
  return act({
    ...spec,
    options: { allTenants: flag(help) },
    arguments: { server: restArguments('<server>', 'Name or ID of server(s).') },
    // A login that fails, fails for all of them.
    prepare: ({ session }) => session.microversion(),
    targets: ({ args }) => args.server,
    find: ({ session }, given) => findOne(session, servers, given),
    run: ({ session, options }, given) => run(session, given, { allProjects: options.allTenants }),
    accepted: (given) => `Request to ${verb} server ${given} has been accepted.`,
    refused: `Unable to ${verb} the specified server(s).`,
    failedLine,
  });
}

const failedLine = (_: Outcome, error: Error): string => pythonBytesRepr(error.message);
