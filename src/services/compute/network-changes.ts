import { Failure } from '../../core/errors.js';
import { firstIn, itemsOf } from '../../lib/items-of.js';
import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { resolving } from '../find.js';
import { findNetwork, listNetworks } from './networks.js';
import { changeOrRemoved, orRemoved, showOrRemoved } from './removed-apis.js';
import { listSecurityGroups } from './security-groups.js';

/*
 * Changes of nova's own networks. Compute API reference: "Networks" (`/os-networks`), up to microversion 2.35.
 */

const pathOf = (id: unknown, below = ''): string => `/os-networks/${encodeURIComponent(asText(id))}${below}`;

/** "Create Network" (`POST /os-networks`). @param network its fields, by the API's names */
export const createNetwork = (session: Session, network: Json): Promise<unknown> =>
  changeOrRemoved(session, 'networks', 'POST', '/os-networks', { network });

/** "Delete Network" (`DELETE /os-networks/{network_id}`), by id or label. */
export async function removeNetwork(session: Session, given: string): Promise<unknown> {
  const { id } = await findNetwork(session, given);
  await changeOrRemoved(session, 'networks', 'DELETE', pathOf(id));
  return { id };
}

/** A network with every field, by id or label. */
export async function findNetworkWhole(session: Session, given: string): Promise<Json> {
  const { id } = await findNetwork(session, given);
  return showOrRemoved(session, 'networks', pathOf(id), 'network');
}

/** "Associate Host" and "Disassociate …" (`POST /os-networks/{network_id}/action`). */
export const actOnNetwork = (
  session: Session,
  id: string,
  action: 'associate_host' | 'disassociate' | 'disassociate_host' | 'disassociate_project',
  parameters: string | null = null,
): Promise<unknown> => changeOrRemoved(session, 'networks', 'POST', pathOf(id, '/action'), { [action]: parameters });

/** "Add Network" (`POST /os-networks/add`): gives it to the project of the login. */
export const giveNetwork = (session: Session, id: string): Promise<unknown> =>
  changeOrRemoved(session, 'networks', 'POST', '/os-networks/add', { id });

/** The id of the network of this range. @throws Failure when there is none */
export async function findByCidr(session: Session, range: string): Promise<string> {
  const networks = orRemoved('networks', listNetworks(resolving(session)));
  const found = await firstIn(networks, ({ cidr }) => cidr === range);
  if (found !== undefined) return asText(found.id);
  throw new Failure(`Network could not be found for cidr ${range}.`);
}

interface OfProject {
  readonly networks: readonly Json[];
  readonly groups: readonly Json[];
}

/** The networks and security groups of a project. */
export async function ofProject(session: Session, projectId: string): Promise<OfProject> {
  const looking = resolving(session);
  const networks = await itemsOf(orRemoved('networks', listNetworks(looking)));
  const groups = await itemsOf(listSecurityGroups(looking, true));
  return {
    networks: networks.filter(({ project_id }) => project_id === projectId),
    groups: groups.filter(({ tenant_id }) => tenant_id === projectId),
  };
}

/** What `scrub` would do, a line each. */
export async function scrubInWords(session: Session, projectId: string): Promise<readonly string[]> {
  const { networks, groups } = await ofProject(session, projectId);
  return [
    ...networks.map(
      ({ id, label, cidr }) => `network ${asText(label)} ${asText(cidr)} (${asText(id)}) is taken from it`,
    ),
    ...groups.map(({ id, name }) => `security group ${asText(name)} (${asText(id)}) is deleted`),
  ];
}

/** Takes the networks of a project from it, and deletes its security groups: all are looked for before the first write. */
export async function scrub(session: Session, projectId: string): Promise<void> {
  const { networks, groups } = await ofProject(session, projectId);
  for (const { id } of networks) await actOnNetwork(session, asText(id), 'disassociate');
  for (const { id } of groups) {
    await changeOrRemoved(session, 'securityGroups', 'DELETE', `/os-security-groups/${encodeURIComponent(asText(id))}`);
  }
}
