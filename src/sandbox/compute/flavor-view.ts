import { type Answer, json } from '../call.js';
import type { Flavor } from '../world.js';
import { type ComputeCall, links } from './call.js';

/** A factor is a float to nova, and to the clients that print it as Python does. */
export function flavorJson(value: unknown): Answer {
  const answer = json(200, value);
  return { ...answer, body: answer.body.replaceAll('"rxtx_factor":1,', '"rxtx_factor":1.0,') };
}

/** A flavor's description, which microversion 2.55 brought. */
export function described(call: ComputeCall, { description = null }: Flavor): { description?: string | null } {
  return call.minor >= 55 ? { description } : {};
}

/** A flavor as `GET /flavors/ID` shows it. */
export function flavorView(call: ComputeCall, flavor: Flavor): unknown {
  const noSwap = call.minor >= 75 ? 0 : '';
  return {
    id: flavor.id,
    name: flavor.name,
    ram: flavor.ram,
    disk: flavor.disk,
    swap: flavor.swap === 0 ? noSwap : flavor.swap,
    'OS-FLV-EXT-DATA:ephemeral': flavor.ephemeral,
    'OS-FLV-DISABLED:disabled': false,
    vcpus: flavor.vcpus,
    'os-flavor-access:is_public': flavor.isPublic,
    rxtx_factor: flavor.rxtxFactor ?? 1,
    links: links(call, 'flavors', flavor.id),
    ...described(call, flavor),
    ...(call.minor >= 61 ? { extra_specs: flavor.extraSpecs } : {}),
  };
}
