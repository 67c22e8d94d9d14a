/** What the plan of a deletion says of things that have no name, or are found in a way of their own. */
import type { Target } from '../../command/command.js';
import { asText, type Json } from '../../lib/read.js';

/**
 * A thing that was found, for a plan.
 *
 * @param called what people know it by, where it has no name
 */
export function foundOf(item: Json, called?: string): Target & { readonly item: Json } {
  return { id: asText(item.id), item: called === undefined ? item : { ...item, name: called } };
}

/** One of nova's own networks, which have a label and a range. */
export const networkFound = (network: Json): Target =>
  foundOf(network, [network.label, network.cidr].map(asText).filter(Boolean).join(' '));
