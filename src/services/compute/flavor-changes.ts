import { Failure } from '../../core/errors.js';
import type { Json } from '../../lib/read.js';
import { asText } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listOf } from '../answer.js';
import { callOf, createOne, pathOf, type Resource } from '../resource.js';

/** Compute API reference: "Flavors". An id may be any word. */
export const flavors: Resource = {
  service: 'compute',
  path: '/flavors',
  noun: 'flavor',
  many: 'flavors',
  byName: () => ({ is_public: 'None' }),
  anyId: true,
};

/** A flavor as it is typed. */
interface NewFlavor {
  readonly name: string;
  /** `auto`: the server makes one. */
  readonly id: string;
  readonly ram: string;
  readonly disk: string;
  readonly vcpus: string;
  readonly ephemeral?: string | undefined;
  readonly swap?: string | undefined;
  readonly rxtxFactor?: string | undefined;
  readonly isPublic: boolean;
  readonly description?: string | undefined;
}

const integer = (what: string, text: string): number => {
  if (!/^\s*[+-]?\d+(_\d+)*\s*$/.test(text)) throw new Failure(`${what} must be an integer.`);
  return Number(text.replaceAll('_', ''));
};

/**
 * Compute API reference: "Create Flavor" (`POST /flavors`).
 * @throws Failure in novaclient's sentences for what is no number (v2/flavors.py, create)
 */
export function createFlavor(session: Session, given: NewFlavor): Promise<Json> {
  const ram = integer('Ram', given.ram);
  const vcpus = integer('VCPUs', given.vcpus);
  const disk = integer('Disk', given.disk);
  const swap = integer('Swap', given.swap ?? '0');
  const ephemeral = integer('Ephemeral', given.ephemeral ?? '0');
  const factor = Number(given.rxtxFactor ?? '1');
  if (Number.isNaN(factor) || given.rxtxFactor?.trim() === '') throw new Failure('rxtx_factor must be a float.');
  return createOne(session, flavors, {
    name: given.name,
    ram,
    vcpus,
    disk,
    id: given.id === 'auto' ? null : given.id,
    swap,
    'OS-FLV-EXT-DATA:ephemeral': ephemeral,
    rxtx_factor: factor,
    'os-flavor-access:is_public': given.isPublic,
    ...(given.description && { description: given.description }),
  });
}

const extraSpecs = ({ id }: Json, below = '') =>
  callOf(flavors, pathOf(flavors, asText(id), `/os-extra_specs${below}`));

/**
 * Compute API reference: "Create Extra Specs For A Flavor" (`POST /flavors/{flavor_id}/os-extra_specs`).
 * @throws Failure for a key that the server would not take (novaclient utils.py, validate_flavor_metadata_keys)
 */
export async function setExtraSpecs(session: Session, flavor: Json, specs: Json): Promise<void> {
  const wrong = Object.keys(specs).find((key) => !/^[\p{L}\p{N}_.\- :]+$/u.test(key));
  if (wrong !== undefined) {
    const allowed = 'letters, numbers, spaces, underscores, periods, colons and hyphens.';
    throw new Failure(`Invalid key: "${wrong}". Keys may only contain ${allowed}`);
  }
  await session.json({ ...extraSpecs(flavor), method: 'POST', body: { extra_specs: specs } });
}

/**
 * Compute API reference: "Delete An Extra Spec For A Flavor", one after the other.
 * @throws Failure at the first that cannot be deleted
 */
export async function unsetExtraSpecs(session: Session, flavor: Json, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await session.json({ ...extraSpecs(flavor, `/${encodeURIComponent(key)}`), method: 'DELETE', mayBeEmpty: true });
  }
}

/**
 * Lets a project use a private flavor, or no more; who may use it then. Compute API reference: "Add Flavor Access To
 * Tenant", "Remove Flavor Access From Tenant" (`POST /flavors/{flavor_id}/action`).
 */
export function changeFlavorAccess(
  session: Session,
  { id }: Json,
  action: 'addTenantAccess' | 'removeTenantAccess',
  tenant: string,
): Promise<readonly Json[]> {
  const call = callOf(flavors, pathOf(flavors, asText(id), '/action'));
  return listOf(session, { ...call, method: 'POST', body: { [action]: { tenant } } }, 'flavor_access');
}
