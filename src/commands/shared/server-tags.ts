import { act } from '../../command/act.js';
import type { Command, Translation } from '../../command/command.js';
import { type Argument, argument } from '../../command/options.js';
import { servers } from '../../services/compute/servers.js';
import { callOf, findOne, pathOf } from '../../services/resource.js';
import { failedLine } from './server-actions.js';

interface TagServer {
  readonly openstack: Translation;
  readonly tags: Argument<readonly string[]>;
  readonly method: 'PUT' | 'DELETE';
  readonly accepted: (tag: string) => string;
  readonly refused: string;
}

/** What is done with each of several tags of one server: `/servers/{id}/tags/{tag}`, since microversion 2.26. */
export function tagServer({ tags, method, ...spec }: TagServer): Command {
  const ids = new WeakMap<object, Promise<string>>();
  return act({
    ...spec,
    microversion: '2.26',
    arguments: { server: argument('<server>', 'Name or ID of server.'), tag: tags },
    prepare: async (context) => {
      const found = findOne(context.session, servers, context.args.server).then(({ id }) => id);
      ids.set(context, found);
      await found;
    },
    targets: ({ args }) => args.tag,
    run: async (context, tag) => {
      const id = (await ids.get(context)) ?? '';
      const call = { ...callOf(servers, pathOf(servers, id, `/tags/${encodeURIComponent(tag)}`)), method };
      await context.session.json({ ...call, mayBeEmpty: true });
    },
    failedLine,
  });
}
