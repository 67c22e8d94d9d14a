import { act } from '../../command/act.js';
import type { Change, Chosen, Command, Translation, Until } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { commandOf } from '../../command/define.js';
import {
  type Argument,
  type Arguments,
  argument,
  flag,
  type Options,
  restArguments,
  type Values,
} from '../../command/options.js';
import type { Field, Outcome, OutcomesView, ShowView } from '../../core/view.js';
import { pythonBytesRepr } from '../../lib/python/bytes.js';
import type { Json } from '../../lib/read.js';
import { pollUntil } from '../../services/compute/polling.js';
import { getServer, ownServers } from '../../services/compute/servers.js';
import { type CallResult, callOne, type FindOptions, findOne } from '../../services/resource.js';
import type { Call } from '../../session/session.js';

/** What is sent about a server; its path is what follows that of the server. */
export type ServerRequest = Partial<Call>;

/** `POST /servers/{id}/action` with one key: Compute API reference, "Servers - run an action". */
export const action = (name: string, parameters: unknown = null): ServerRequest => ({
  method: 'POST',
  path: '/action',
  body: { [name]: parameters },
});

interface ServerChange<O extends Options> {
  readonly openstack: Translation;
  readonly options?: O;
  /** The Compute microversion that brought it. */
  readonly microversion?: string;
  readonly destroys?: string;
  readonly until?: Until;
  readonly unseen?: Change['unseen'];
  readonly before?: Change['before'];
  /** What is lost, where that is not what goes with the server itself. */
  readonly goesWith?: Change['goesWith'];
  /** How far it is, where that is not seen from the server. */
  readonly look?: Change['look'];
}

/** Something that is done to one server, as data. */
interface OneServer<O extends Options, A extends Arguments> extends ServerChange<O> {
  /** The help of the first argument, where it is not that of all others. */
  readonly server?: string;
  /** What is said besides the server. */
  readonly arguments?: A;
  readonly findOptions?: FindOptions;
  /** Does nothing where it is nothing. */
  readonly request: (context: Given<O, A>) => ServerRequest | undefined | Promise<ServerRequest | undefined>;
  /** novaclient's `--poll`: what is said to happen to it, and the states in which it is done. */
  readonly poll?: readonly [action: string, ...done: readonly string[]];
}

type Given<O extends Options, A extends Arguments> = Context<Values<O>, Values<A> & { readonly server: string }>;

/** Such a spec where it does not matter any more what is particular to one command. */
type AnyServer = OneServer<Options, Readonly<Record<never, never>>>;
type AnyGiven = Given<Options, Readonly<Record<never, never>>>;

const asAny = (spec: unknown): AnyServer => spec as AnyServer;

/** The server, and what else is said: of which only the command itself knows. */
const argumentsOf = ({ server, arguments: more }: AnyServer): { readonly server: Argument<string> } => ({
  server: argument('<server>', server ?? 'Name or ID of server.'),
  ...more,
});

async function send({ request, findOptions }: AnyServer, context: AnyGiven): Promise<CallResult> {
  const { session, args } = context;
  const about = await request(context);
  if (about !== undefined) return callOne(session, ownServers, args.server, about, findOptions);
  return { id: (await findOne(session, ownServers, args.server, findOptions)).id, answer: undefined };
}

const aimedAt = (context: AnyGiven, server: string | undefined): AnyGiven =>
  server === undefined ? context : { ...context, args: { ...context.args, server } };

/** How far it is, where `--poll` asks. */
function poll({ poll: asked }: AnyServer, { session, options }: AnyGiven, id: string) {
  if (asked === undefined || options.poll !== true) return undefined;
  const [name, ...done] = asked;
  return pollUntil(() => getServer(session, id), { action: name, done });
}

/** For plans, and for those who wait. */
export const aboutServers = {
  /** One's own of a name or id. */
  find: ({ session }: Pick<Context<unknown, unknown>, 'session'>, given: string) => findOne(session, ownServers, given),
  look: async ({ session }: Context<never, never>, id: string) =>
    (await import('../../services/compute/after-action.js')).serverAfter(session, id),
  /** Of one that is moved while it runs. */
  lookAtLive: async ({ session }: Context<never, never>, id: string) =>
    (await import('../../services/compute/after-action.js')).serverAfterLiveMigration(session, id),
  whole: ({ session }: Context<never, never>, id: string) => getServer(session, id),
  goesWith: async ({ session }: Context<never, never>, server: Json) =>
    (await import('../../services/compute/goes-with.js')).goesWithServer(session, server),
};

/** All servers, so that those can be chosen which a filter leaves. */
const chosenFrom = ['nova', 'list'] as const;

const aboutChange = ({
  destroys,
  look = aboutServers.look,
  goesWith = aboutServers.goesWith,
}: Pick<AnyServer, 'destroys' | 'look' | 'goesWith'>) =>
  destroys === undefined ? { look, whole: aboutServers.whole } : { look, whole: aboutServers.whole, goesWith };

const find =
  ({ findOptions }: AnyServer): Change['find'] & {} =>
  ({ session }, given) =>
    findOne(session, ownServers, given, findOptions);

/** Something that is done to one server, and of which the classic client says nothing. */
export function actOnServer<const O extends Options, const A extends Arguments>(given: OneServer<O, A>): Command {
  const spec = asAny(given);
  const ids = new WeakMap<object, string>();
  return act<Options, { readonly server: Argument<string> }>({
    ...spec,
    arguments: argumentsOf(spec),
    targets: ({ args }) => [args.server],
    find: find(spec),
    ...aboutChange(spec),
    run: async (context, server) => {
      const told = await send(spec, aimedAt(context, server));
      ids.set(context, told.id);
      return told;
    },
    ...(spec.poll === undefined ? {} : { after: (context) => poll(spec, context, ids.get(context) ?? '') }),
  });
}

interface ShownServer<O extends Options, A extends Arguments> extends OneServer<O, A> {
  /** What is shown of the answer; where it is nothing, there is not even a table. */
  readonly fields: (answer: unknown, context: Given<O, A>) => readonly Field[] | Promise<readonly Field[]>;
}

/** Something that is done to one server, and of which the classic client shows what the service answered. */
export function showActOnServer<const O extends Options, const A extends Arguments>(given: ShownServer<O, A>): Command {
  const spec = asAny(given);
  const { fields } = given as unknown as ShownServer<Options, Readonly<Record<never, never>>>;
  const view = async (context: AnyGiven, [chosen]: readonly Chosen[] = []): Promise<ShowView> => {
    const { id, answer } = await send(spec, aimedAt(context, chosen?.id));
    const after = poll(spec, context, id);
    const shown = await fields(answer, context);
    return { kind: 'show', fields: shown, isQuiet: shown.length === 0, ...(after === undefined ? {} : { after }) };
  };
  const change: Change = {
    targets: ({ args }: AnyGiven) => [args.server],
    find: find(spec),
    view: view as unknown as Change['view'] & {},
    ...aboutChange(spec),
    ...(spec.destroys === undefined ? {} : { destroys: spec.destroys }),
    ...(spec.until === undefined ? {} : { until: spec.until }),
  };
  return {
    ...commandOf('show', { ...spec, arguments: argumentsOf(spec) }, (context: AnyGiven) => view(context)),
    change,
  };
}

interface ManyServers<O extends Options> extends ServerChange<O> {
  /** As in `Request to <verb> server web has been accepted.` */
  readonly verb: string;
  /** The help of `--all-tenants`. */
  readonly allTenants: string;
  readonly request: (context: Context<Values<O>, unknown>) => ServerRequest;
  readonly accepted?: (given: string, options: Values<O>) => string;
  readonly refused?: string;
  readonly failedLine?: OutcomesView['failedLine'] & {};
}

/**
 * Something that is done to several servers (novaclient utils.py, do_action_on_many): what goes wrong with one is written
 * to standard output, as Python 3 shows bytes, and the others go on.
 */
export function actOnServers<const O extends Options>(given: ManyServers<O>): Command {
  const { verb, accepted, ...spec } = given as unknown as ManyServers<Options>;
  return act({
    ...spec,
    options: { allTenants: flag(spec.allTenants), ...spec.options },
    arguments: { server: restArguments('<server>', 'Name or ID of server(s).') },
    // A login that fails, fails for all of them.
    prepare: ({ session }) => session.microversion(),
    targets: ({ args }) => args.server,
    find: ({ session, options }, target) =>
      findOne(session, ownServers, target, { allProjects: (options as { allTenants?: boolean }).allTenants === true }),
    chosenFrom,
    ...aboutChange(spec),
    run: (context, target) =>
      callOne(context.session, ownServers, target, spec.request(context), { allProjects: context.options.allTenants }),
    accepted: accepted ?? ((target) => `Request to ${verb} server ${target} has been accepted.`),
    refused: spec.refused ?? `Unable to ${verb} the specified server(s).`,
    failedLine: spec.failedLine ?? failedLine,
  });
}

/** What goes wrong with one of several, as novaclient's do_action_on_many prints it. */
export const failedLine = (_: Outcome, error: Error): string => pythonBytesRepr(error.message);
