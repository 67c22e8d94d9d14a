import type { Change, Command, Translation, Until } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { argument, flag, type Options, type Values } from '../../command/options.js';
import { asText, type Json } from '../../lib/read.js';
import { moveEach, serversInWords, serversOfHosts } from '../../services/compute/host-servers.js';
import { listChange } from './list-changes.js';
import { aboutServers } from './server-actions.js';

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
  /** What has become of a server once it has been moved. */
  readonly until: Until;
  /** How far a server is, where its own state does not tell. */
  readonly look?: Change['look'];
  /** How many servers at most. */
  readonly most?: (options: Values<O>) => number | undefined;
}

type AnyGiven = Pick<Context<Values<Options>, unknown>, 'session' | 'options' | 'args'>;

/** Something that is sent to all servers of a host, one after the other; a row for each. */
export function moveHost<const O extends Options>(given: HostMove<O>): Command {
  const { verb, strict, doing, accepted, action, most, until, ...spec } = given as unknown as HostMove<Options>;
  const movedFrom = async ({ session, options, args }: AnyGiven): Promise<readonly string[]> => {
    const { host } = args as { readonly host: string };
    const ids = await serversOfHosts(session, host, (options as { readonly strict?: boolean }).strict === true);
    return ids.slice(0, most?.(options));
  };
  return listChange({
    openstack: spec.openstack,
    options: { ...spec.options, strict: flag(strict) },
    arguments: { host: hostArgument(verb) },
    run: async (context) => {
      const { session } = context;
      const ids = await movedFrom(context);
      const moved = await moveEach(session, ids, { action: await action(context), doing, track: context.track });
      for (const { id, isUnknown, hint } of moved) {
        if (isUnknown) for (const line of (hint ?? '').split('\n')) context.warn(`${id}: ${line}`);
      }
      return moved.map(({ id, error, isUnknown }) => ({ id, error, isUnknown }));
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
    exitReason: (rows) => (rows.some(({ isUnknown }) => isUnknown === true) ? 'unknown' : 'ok'),
    targets: ({ args }) => [args.host],
    goesWith: async (context) => serversInWords(context.session, await movedFrom(context)),
    look: spec.look ?? aboutServers.look,
    until,
    acceptedIn: ({ id, error }) => (error === '' ? { given: asText(id), id: asText(id) } : undefined),
  });
}

/** @param verb what is done to a host: `evacuate` */
export const hostArgument = (verb: string) =>
  argument(
    '<host>',
    'The hypervisor hostname (or pattern) to search for. WARNING: Use a fully qualified domain name if you only want to ' +
      `${verb} a specific host.`,
  );
