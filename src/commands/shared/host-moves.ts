import type { Command, Translation } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { argument, flag, type Options, type Values } from '../../command/options.js';
import { asText, type Json } from '../../lib/read.js';
import { moveEach, serversOfHosts } from '../../services/compute/host-servers.js';
import { listChange } from './list-changes.js';

interface HostMove<O extends Options> {
  readonly openstack: Translation;
  /** As in the help: `evacuate`. */
  readonly verb: string;
  readonly strict: string;
  readonly options: O;
  /** What is sent to each server: its action. */
  readonly action: (context: Context<Values<O>, unknown>) => Promise<Json>;
  /** As in `Error while migrating instance: …`. */
  readonly doing: string;
  /** The title of the column that says whether it was accepted. */
  readonly accepted: string;
  /** How many servers at most. */
  readonly most?: (options: Values<O>) => number | undefined;
}

/** Something that is sent to all servers of a host, one after the other; a row for each. */
export function moveHost<const O extends Options>(given: HostMove<O>): Command {
  const { verb, strict, doing, accepted, action, most, ...spec } = given as unknown as HostMove<Options>;
  return listChange({
    openstack: spec.openstack,
    options: { ...spec.options, strict: flag(strict) },
    arguments: { host: hostArgument(verb) },
    run: async (context) => {
      const { session, options, args } = context;
      const ids = await serversOfHosts(session, args.host, options.strict);
      const moved = await moveEach(session, ids.slice(0, most?.(options)), await action(context), doing);
      return moved.map(({ id, error }) => ({ id, error }));
    },
    columns: {
      server: { title: 'Server UUID', value: ({ id }) => id },
      accepted: {
        title: accepted,
        value: ({ error }) => error === '',
        text: ({ error }) => (error === '' ? 'True' : 'False'),
      },
      error: { title: 'Error Message', value: ({ error }) => error, text: ({ error }) => asText(error) },
    },
    targets: ({ args }) => [args.host],
  });
}

/** @param verb what is done to a host: `evacuate` */
export const hostArgument = (verb: string) =>
  argument(
    '<host>',
    'The hypervisor hostname (or pattern) to search for. WARNING: Use a fully qualified domain name if you only want to ' +
      `${verb} a specific host.`,
  );
