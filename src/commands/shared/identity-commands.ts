import { act } from '../../command/act.js';
import type { Command, Translation } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { type Arguments, argument, type Options, requiredText, text, type Values } from '../../command/options.js';
import { boolFromString } from '../../lib/python/bool-from-string.js';
import type { Json } from '../../lib/read.js';
import type { Noun } from '../../services/identity/api.js';
import { type IdentityChanges, identityChanges } from '../../services/identity/changes.js';
import { findIdByName } from '../../services/identity/find.js';
import { everyField } from './attributes.js';
import { showChange } from './show-changes.js';

/** Finds the one of a name or id: for plans, and before anything is done. */
export const findId =
  (noun: Noun) =>
  async ({ session }: Pick<Context<unknown, unknown>, 'session'>, given: string) => ({
    id: await findIdByName(session, noun, given),
  });

/** Deletes the one of a name or id, without a word. */
export function removeOf(noun: Noun, openstack: Translation): Command {
  return act({
    openstack,
    arguments: { target: argument(`<${noun}>`, `Name or ID of ${noun} to delete.`) },
    targets: ({ args }) => [args.target],
    find: findId(noun),
    findFirst: findId(noun),
    run: async ({ session }, _, { id }) => (await identityChanges(session)).remove(noun, id),
    destroys: noun,
  });
}

interface Creates<O extends Options> {
  readonly openstack: Translation;
  readonly options: O;
  /** Makes it; what the service made is shown with every field. */
  readonly create: (context: Context<Values<O>, unknown>) => Promise<Json>;
}

/** Makes one, and shows it. */
export function createsOne<const O extends Options>(
  creates: string,
  { openstack, options, create }: Creates<O>,
): Command {
  return showChange<O, Arguments>({ openstack, options, run: create, fields: everyField, creates });
}

type RoleChange = (changes: IdentityChanges) => IdentityChanges['addRole'];

/** Gives or takes a role of a user, in a tenant or everywhere, without a word. */
export function changesRole(openstack: Translation, change: RoleChange): Command {
  return act({
    openstack,
    options: {
      user: requiredText('<user>', 'Name or ID of user.', { aliases: ['user-id', 'user_id'] }),
      role: requiredText('<role>', 'Name or ID of role.', { aliases: ['role-id', 'role_id'] }),
      tenant: text('<tenant>', 'Name or ID of tenant.', { aliases: ['tenant-id'] }),
    },
    targets: ({ options }) => [options.user],
    run: async (context, user) => {
      const { session, options } = context;
      // One after the other, as keystoneclient asks: the first that is not there is the one that is named.
      const userId = await findIdByName(session, 'user', user);
      const roleId = await findIdByName(session, 'role', options.role);
      const tenantId = await tenantIdOf(context, options.tenant);
      await change(await identityChanges(session))(userId, roleId, tenantId);
    },
  });
}

/** What oslo's bool_from_string makes of a word: what it does not know is no. */
export const isEnabled = (word: string): boolean => boolFromString(word) ?? false;

/** Undefined where nothing was said, as argparse's None. */
export const tenantIdOf = async ({ session }: Pick<Context<unknown, unknown>, 'session'>, given: string | undefined) =>
  given ? findIdByName(session, 'tenant', given) : undefined;
