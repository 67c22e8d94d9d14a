import { randomUUID } from 'node:crypto';
import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import type { Fields } from '../resource.js';
import type { Flavor } from '../world.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';
import { flavorJson, flavorView } from './flavor-view.js';
import { accepted, invalid } from './kind.js';

/** What changes `/flavors`, `/flavors/{id}`, its extra specs and who may use it; for administrators. */
export function changeFlavors(
  call: ComputeCall,
  id: string | undefined,
  part: string | undefined,
  key: string | undefined,
): Answer {
  const { flavors } = call.cloud.world;
  const body = asObject(parsed(call.body));
  if (id === undefined) {
    if (call.method !== 'POST') return noRoute();
    administratorsOnly(call, 'os-flavor-manage:create');
    const made = create(call, asObject(body?.flavor) ?? {});
    flavors.push(made);
    return flavorJson({ flavor: flavorView(call, made) });
  }
  const found = flavors.find((one) => one.id === id);
  const row = (): Flavor => {
    if (found === undefined) throw new Refusal(404, `Flavor ${id} could not be found.`);
    return found;
  };
  if (part === undefined && call.method === 'DELETE') {
    administratorsOnly(call, 'os-flavor-manage:delete');
    flavors.splice(flavors.indexOf(row()), 1);
    return accepted();
  }
  if (part === undefined && call.method === 'PUT' && call.minor >= 55) {
    administratorsOnly(call, 'os-flavor-manage:update');
    row().description = asText(asObject(body?.flavor)?.description) ?? null;
    return flavorJson({ flavor: flavorView(call, row()) });
  }
  if (part === 'os-extra_specs') return specs(call, row(), asObject(body?.extra_specs), key);
  if (part !== 'action' || call.method !== 'POST') return noRoute();
  administratorsOnly(call, 'os-flavor-access:add_tenant_access');
  return access(call, row(), body ?? {});
}

function create(call: ComputeCall, given: Fields): Flavor {
  const { flavors } = call.cloud.world;
  const number = (key: string, least: number, otherwise?: number): number => {
    const value = Number(given[key] ?? otherwise);
    if (Number.isInteger(value) && value >= least) return value;
    throw invalid(key, `Value: ${given[key]}. ${given[key]} is less than the minimum of ${least}`);
  };
  const name = asText(given.name)?.trim();
  if (!name) throw invalid('flavor', "'name' is a required property");
  const id = asText(given.id) ?? (typeof given.id === 'number' ? String(given.id) : randomUUID());
  if (flavors.some((one) => one.name === name)) throw new Refusal(409, `Flavor with name ${name} already exists.`);
  if (flavors.some((one) => one.id === id)) throw new Refusal(409, `Flavor with ID ${id} already exists.`);
  return {
    ...{
      id,
      name,
      ram: number('ram', 1),
      vcpus: number('vcpus', 1),
      disk: number('disk', 0),
      swap: number('swap', 0, 0),
    },
    ephemeral: number('OS-FLV-EXT-DATA:ephemeral', 0, 0),
    isPublic: given['os-flavor-access:is_public'] !== false,
    extraSpecs: {},
    rxtxFactor: Number(given.rxtx_factor ?? 1),
    description: call.minor >= 55 ? (asText(given.description) ?? null) : null,
    tenants: [],
  };
}

function specs(call: ComputeCall, row: Flavor, given: Fields | undefined, key: string | undefined): Answer {
  administratorsOnly(call, `os-flavor-extra-specs:${call.method === 'DELETE' ? 'delete' : 'create'}`);
  if (call.method === 'POST' && key === undefined && given !== undefined) {
    for (const [name, value] of Object.entries(given)) row.extraSpecs[name] = String(value);
    return json(200, { extra_specs: row.extraSpecs });
  }
  if (call.method !== 'DELETE' || key === undefined) return noRoute();
  if (!Object.hasOwn(row.extraSpecs, key))
    throw new Refusal(404, `Flavor ${row.id} has no extra specs with key ${key}.`);
  delete row.extraSpecs[key];
  return { ...nothing(), status: 200 };
}

/** Who may use a flavor that is not public. */
export function accessOf(call: ComputeCall, { id, isPublic, tenants = [] }: Flavor): Answer {
  administratorsOnly(call, 'os-flavor-access');
  if (isPublic) throw new Refusal(404, 'Access list not available for public flavors.');
  return json(200, { flavor_access: tenants.map((tenant_id) => ({ flavor_id: id, tenant_id })) });
}

function access(call: ComputeCall, row: Flavor, body: Fields): Answer {
  const [[action, given] = []] = Object.entries(body);
  const tenant = asText(asObject(given)?.tenant) ?? '';
  const { tenants = [], id } = row;
  if (action === 'addTenantAccess') {
    if (row.isPublic) throw new Refusal(409, 'Can not add access to a public flavor.');
    if (tenants.includes(tenant)) {
      throw new Refusal(409, `Flavor access already exists for flavor ${id} and project ${tenant} combination.`);
    }
    row.tenants = [...tenants, tenant];
  } else if (action === 'removeTenantAccess') {
    if (!tenants.includes(tenant)) {
      throw new Refusal(404, `Flavor access not found for ${id} / ${tenant} combination.`);
    }
    row.tenants = tenants.filter((one) => one !== tenant);
  } else throw new Refusal(400, `There is no such action: ${action}`);
  return accessOf(call, row);
}
