import type { Change, Command, Translation } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { commandOf } from '../../command/define.js';
import { type Argument, type Arguments, argument, type Options, type Values } from '../../command/options.js';
import type { ShowView } from '../../core/view.js';
import { ownServers, type Server } from '../../services/compute/servers.js';
import { snapshotProgress } from '../../services/compute/snapshots.js';
import { findImage, imageAfter } from '../../services/image/nova-images.js';
import { findWhole } from '../../services/resource.js';
import { everyField } from './attributes.js';
import { aboutServers } from './server-actions.js';

interface Snapshot<O extends Options, A extends Arguments> {
  readonly openstack: Translation;
  readonly options?: O;
  readonly arguments: A;
  /** Begins it, and gives the id of the image where the service says it. */
  readonly run: (context: Context<Values<O>, Values<A>>, server: Server) => Promise<string | undefined>;
  /** Does the classic client show the image? */
  readonly isShown: (context: Context<Values<O>, Values<A>>, imageId: string | undefined) => boolean;
}

type AnyGiven = Context<Values<Options>, { readonly server: string }>;

/** Something that makes an image of a server: with `--poll` it is waited for, and it is shown where that is wanted. */
export function showSnapshot<const O extends Options, const A extends Arguments>(given: Snapshot<O, A>): Command {
  const spec = given as unknown as Snapshot<Options, Readonly<Record<never, never>>>;
  const args: { readonly server: Argument<string> } = {
    server: argument('<server>', 'Name or ID of server.'),
    ...spec.arguments,
  };
  const view = async (context: AnyGiven): Promise<ShowView> => {
    const { session, options } = context;
    const server = await findWhole(session, ownServers, context.args.server);
    const imageId = await spec.run(context, server);
    let header = '';
    if (options.poll === true && imageId !== undefined) {
      for await (const chunk of snapshotProgress(session, server, () => findImage(session, imageId))) header += chunk;
    }
    const isShown = spec.isShown(context, imageId);
    if (!isShown || imageId === undefined) {
      return { kind: 'show', fields: everyField({ image_id: imageId ?? null }), isQuiet: true, header };
    }
    const { links, ...image } = await findImage(session, imageId);
    return { kind: 'show', fields: everyField(image), header };
  };
  const change: Change = {
    targets: (context: AnyGiven) => [context.args.server],
    find: aboutServers.find,
    creates: 'image',
    until: { status: ['ACTIVE'], failed: ['ERROR', 'KILLED', 'DELETED'] },
    look: ({ session }, id) => imageAfter(session, id),
  };
  return { ...commandOf('show', { ...spec, arguments: args }, view), change };
}
