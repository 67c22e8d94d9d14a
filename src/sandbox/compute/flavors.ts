import { type Answer, json, Refusal } from '../call.js';
import type { Flavor } from '../world.js';
import { type ComputeCall, links, noRoute } from './call.js';
import { truth } from './query.js';

/** `/flavors`, `/flavors/detail`, `/flavors/{id}`, `/flavors/{id}/os-extra_specs`. */
export function flavors(call: ComputeCall): Answer {
  const [, id, part] = call.parts;
  if (call.method !== 'GET' && call.method !== 'HEAD') return noRoute();
  if (id === undefined || (id === 'detail' && part === undefined)) return list(call, id === 'detail');
  const found = call.cloud.world.flavors.find((flavor) => flavor.id === id);
  if (found === undefined || !visible(call, found)) throw new Refusal(404, `Flavor ${id} could not be found.`);
  if (part === 'os-extra_specs') return json(200, { extra_specs: found.extraSpecs });
  if (part !== undefined) return noRoute();
  return flavorJson({ flavor: view(call, found) });
}

function visible(call: ComputeCall, flavor: Flavor): boolean {
  return flavor.isPublic || call.caller.admin;
}

/** Sorted by id as text. Administrators get the private ones only when they ask (`is_public=None` or `False`). */
function list(call: ComputeCall, detail: boolean): Answer {
  const asked = call.query.get('is_public');
  const minDisk = Number(call.query.get('minDisk') ?? 0);
  const minRam = Number(call.query.get('minRam') ?? 0);
  const kind = asked === null ? true : asked.toLowerCase() === 'none' ? undefined : truth(asked);
  const sorted = call.cloud.world.flavors
    .filter((flavor) => (call.caller.admin ? kind === undefined || flavor.isPublic === kind : flavor.isPublic))
    .filter(({ disk, ram }) => disk >= minDisk && ram >= minRam)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const marker = call.query.get('marker');
  const at = marker === null ? 0 : sorted.findIndex(({ id }) => id === marker) + 1;
  if (marker !== null && at === 0) throw new Refusal(400, `marker [${marker}] not found`);
  const limit = Math.min(Number(call.query.get('limit') ?? call.cloud.pageSize), call.cloud.pageSize);
  const rows = sorted.slice(at, at + limit);
  const shown = rows.map((flavor) =>
    detail
      ? view(call, flavor)
      : { id: flavor.id, name: flavor.name, links: links(call, 'flavors', flavor.id), ...described(call) },
  );
  const last = rows.at(-1);
  const next =
    last !== undefined && rows.length === limit
      ? { flavors_links: [{ rel: 'next', href: nextPage(call, last.id, detail) }] }
      : {};
  return flavorJson({ flavors: shown, ...next });
}

/** A factor is a float to nova, and to the clients that print it as Python does. */
function flavorJson(value: unknown): Answer {
  const answer = json(200, value);
  return { ...answer, body: answer.body.replaceAll('"rxtx_factor":1,', '"rxtx_factor":1.0,') };
}

function nextPage(call: ComputeCall, marker: string, detail: boolean): string {
  const query = new URLSearchParams(call.query);
  query.set('marker', marker);
  query.sort();
  return `${call.versionUrl}${call.tenantPart}/flavors${detail ? '/detail' : ''}?${query}`;
}

function described(call: ComputeCall): { description?: null } {
  return call.minor >= 55 ? { description: null } : {};
}

function view(call: ComputeCall, flavor: Flavor): unknown {
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
    rxtx_factor: 1,
    links: links(call, 'flavors', flavor.id),
    ...described(call),
    ...(call.minor >= 61 ? { extra_specs: flavor.extraSpecs } : {}),
  };
}
