import { type Answer, json, Refusal } from '../call.js';
import type { Flavor } from '../world.js';
import { type ComputeCall, links, noRoute } from './call.js';
import { accessOf, changeFlavors } from './flavor-changes.js';
import { described, flavorJson, flavorView } from './flavor-view.js';
import { truth } from './query.js';

/** `/flavors`, `/flavors/detail`, `/flavors/{id}`, `/flavors/{id}/os-extra_specs`. */
export function flavors(call: ComputeCall): Answer {
  const [, id, part, key] = call.parts;
  if (call.method !== 'GET' && call.method !== 'HEAD') return changeFlavors(call, id, part, key);
  if (id === undefined || (id === 'detail' && part === undefined)) return list(call, id === 'detail');
  const found = call.cloud.world.flavors.find((flavor) => flavor.id === id);
  if (found === undefined || !visible(call, found)) throw new Refusal(404, `Flavor ${id} could not be found.`);
  if (part === 'os-extra_specs') {
    if (key === undefined) return json(200, { extra_specs: found.extraSpecs });
    if (!Object.hasOwn(found.extraSpecs, key))
      throw new Refusal(404, `Flavor ${id} has no extra specs with key ${key}.`);
    return json(200, { [key]: found.extraSpecs[key] });
  }
  if (part === 'os-flavor-access') return accessOf(call, found);
  if (part !== undefined) return noRoute();
  return flavorJson({ flavor: flavorView(call, found) });
}

function visible({ caller: { admin, token } }: ComputeCall, { isPublic, tenants = [] }: Flavor): boolean {
  return isPublic || admin || tenants.includes(token.tenantId ?? '');
}

/** Sorted by id as text. Administrators get the private ones only when they ask (`is_public=None` or `False`). */
function list(call: ComputeCall, detail: boolean): Answer {
  const asked = call.query.get('is_public');
  const minDisk = Number(call.query.get('minDisk') ?? 0);
  const minRam = Number(call.query.get('minRam') ?? 0);
  const kind = asked === null ? true : asked.toLowerCase() === 'none' ? undefined : truth(asked);
  const sorted = call.cloud.world.flavors
    .filter((flavor) => (call.caller.admin ? kind === undefined || flavor.isPublic === kind : visible(call, flavor)))
    .filter(({ disk, ram }) => disk >= minDisk && ram >= minRam)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const marker = call.query.get('marker');
  const at = marker === null ? 0 : sorted.findIndex(({ id }) => id === marker) + 1;
  if (marker !== null && at === 0) throw new Refusal(400, `marker [${marker}] not found`);
  const limit = Math.min(Number(call.query.get('limit') ?? call.cloud.pageSize), call.cloud.pageSize);
  const rows = sorted.slice(at, at + limit);
  const shown = rows.map((flavor) =>
    detail
      ? flavorView(call, flavor)
      : { id: flavor.id, name: flavor.name, links: links(call, 'flavors', flavor.id), ...described(call, flavor) },
  );
  const last = rows.at(-1);
  const next =
    last !== undefined && rows.length === limit
      ? { flavors_links: [{ rel: 'next', href: nextPage(call, last.id, detail) }] }
      : {};
  return flavorJson({ flavors: shown, ...next });
}

function nextPage(call: ComputeCall, marker: string, detail: boolean): string {
  const query = new URLSearchParams(call.query);
  query.set('marker', marker);
  query.sort();
  return `${call.versionUrl}${call.tenantPart}/flavors${detail ? '/detail' : ''}?${query}`;
}
