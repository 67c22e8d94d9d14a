import { Failure } from '../core/errors.js';
import type { Interface } from '../core/settings.js';
import { asRecords, asText } from '../lib/read.js';
import type { Endpoint } from './session.js';

const INTERFACES: readonly Interface[] = ['public', 'internal', 'admin'];

/**
 * `access.serviceCatalog` of Identity v2.0: one object with up to three URLs, any of them missing (keystone 2014.1
 * `catalog/core.py`). Anything that has no type or no URL is left out.
 */
export function readCatalogV2(services: unknown): Endpoint[] {
  return asRecords(services).flatMap((service) =>
    asRecords(service.endpoints).flatMap((endpoint) =>
      INTERFACES.flatMap((name) => endpointOf(service, { ...endpoint, interface: name, url: endpoint[`${name}URL`] })),
    ),
  );
}

/** `token.catalog` of Identity v3: one object per interface (keystone `api-ref/source/v3`, "service catalog"). */
export function readCatalogV3(services: unknown): Endpoint[] {
  return asRecords(services).flatMap((service) =>
    asRecords(service.endpoints).flatMap((endpoint) => endpointOf(service, endpoint)),
  );
}

function endpointOf(
  service: Readonly<Record<string, unknown>>,
  endpoint: Readonly<Record<string, unknown>>,
): readonly Endpoint[] {
  const type = asText(service.type);
  const url = asText(endpoint.url);
  const spelled = asText(endpoint.interface).replace(/URL$/, '');
  const chosen = INTERFACES.find((name) => name === spelled);
  if (type === '' || url === '' || chosen === undefined) return [];
  const name = asText(service.name);
  const region = asText(endpoint.region_id) || asText(endpoint.region);
  const id = asText(endpoint.id);
  return [
    {
      type,
      interface: chosen,
      url,
      ...(name === '' ? {} : { name }),
      ...(region === '' ? {} : { region }),
      ...(id === '' ? {} : { id }),
    },
  ];
}

/** Other types under which a service may stand, best first, after the one asked for (os-service-types). */
const ALIASES: readonly (readonly string[])[] = [
  ['block-storage', 'volumev3', 'volumev2', 'volume', 'block-store'],
  ['compute', 'computev21', 'compute_legacy'],
  ['network', 'networking'],
  ['image', 'imagev2'],
  ['identity', 'identityv3'],
  ['object-store', 'object-storage'],
];

/** The types under which a service may stand, its own first. */
export function sameService(type: string): readonly string[] {
  return [type, ...(ALIASES.find((types) => types.includes(type)) ?? [])];
}

/** What is looked for in a catalogue. */
export interface Wanted {
  readonly type: string;
  readonly interface: Interface;
  readonly region?: string;
  /** The service's name, where a cloud has several of one type. */
  readonly name?: string;
}

/**
 * The first endpoint that fits: of the type itself, else of its first alias that has one. A region fits exactly, or
 * else as `*`, which is every region, or else but for its case. The message is keystoneauth's (`access/service_catalog.py`).
 *
 * @throws Failure that names what was looked for and, as a hint, what there is
 */
export function chooseEndpoint(catalog: readonly Endpoint[], wanted: Wanted): Endpoint {
  if (catalog.length === 0) {
    throw new Failure('The service catalog is empty.', {
      name: 'EmptyCatalog',
      hint: 'The token is unscoped: set OS_PROJECT_NAME or OS_TENANT_NAME.',
    });
  }
  const group = sameService(wanted.type);
  for (const type of group) {
    const found = firstOfType(catalog, type, wanted);
    if (found !== undefined) return found;
  }
  const named = wanted.name === undefined ? '' : ` named ${wanted.name}`;
  const where = wanted.region === undefined ? '' : ` in ${wanted.region} region`;
  throw new Failure(`${wanted.interface}URL endpoint for ${wanted.type} service${named}${where} not found`, {
    name: 'EndpointNotFound',
    hint: whatThereIs(catalog, group, wanted.type),
  });
}

function firstOfType(catalog: readonly Endpoint[], type: string, wanted: Wanted): Endpoint | undefined {
  const fitting = catalog.filter(
    (endpoint) =>
      endpoint.type === type &&
      endpoint.interface === wanted.interface &&
      // Catalogues of v3 before 3.3 have no names: then nothing can be compared.
      (wanted.name === undefined || endpoint.name === undefined || endpoint.name === wanted.name),
  );
  const { region } = wanted;
  if (region === undefined) return fitting[0];
  return (
    fitting.find((endpoint) => endpoint.region === region) ??
    fitting.find((endpoint) => endpoint.region === '*') ??
    fitting.find((endpoint) => endpoint.region?.toLowerCase() === region.toLowerCase())
  );
}

function whatThereIs(catalog: readonly Endpoint[], types: readonly string[], asked: string): string {
  const ofType = catalog.filter((endpoint) => types.includes(endpoint.type));
  if (ofType.length === 0) {
    return `The catalog has no ${asked} service, but ${enumerate(catalog.map((endpoint) => endpoint.type))}.`;
  }
  const places = ofType.map((endpoint) => {
    const name = endpoint.name === undefined ? '' : ` named ${endpoint.name}`;
    return `${endpoint.type}${name} in ${endpoint.region ?? 'no region'}`;
  });
  const ways = [...new Set(places)].map((place) => {
    const at = ofType.filter((_, index) => places[index] === place);
    return `${place} (${enumerate(at.map((endpoint) => `${endpoint.interface}URL`))})`;
  });
  return `The catalog has ${ways.join('; ')}.`;
}

const enumerate = (words: readonly string[]): string => [...new Set(words)].join(', ');
