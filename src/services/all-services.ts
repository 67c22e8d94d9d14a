import { Failure } from '../core/errors.js';
import { asText, type Json } from '../lib/read.js';
import type { Session } from '../session/session.js';
import { knownServices } from './compute/services.js';
import { agents } from './network/resources.js';
import { pagesOf } from './resource.js';
import { listVolumeServices } from './volume/services.js';

/** A service or an agent of whichever project, in the words of nova's. */
export interface AnyService {
  /** Of the catalogue: `compute`, `volume`, `network`. */
  readonly service: string;
  readonly binary: unknown;
  readonly host: unknown;
  readonly zone: unknown;
  /** `enabled`, `disabled`; undefined where the API does not tell. */
  readonly status: unknown;
  /** `up`, `down`; likewise. */
  readonly state: unknown;
  readonly updated: unknown;
  /** Why it was disabled. */
  readonly reason: unknown;
}

/** Does it not do its work? */
export const isProblem = ({ status, state }: AnyService): boolean => status === 'disabled' || state === 'down';

/** The services of one project, or why they are not known. */
export interface ServiceList {
  readonly service: string;
  readonly rows: readonly AnyService[];
  readonly error?: Failure;
}

/**
 * The services of nova, cinder and neutron, each asked for once, all at the same time: Compute and Block Storage API
 * reference, "os-services"; Networking API reference, "Agents". What the cloud's catalogue does not have has no rows.
 *
 * @param warn one line for the person
 */
export async function* servicesOf(session: Session, warn: (line: string) => void): AsyncGenerator<ServiceList> {
  await session.accessInfo();
  const asked = [
    allOf('compute', knownServices(session, {}, warn), fromNova),
    allOf('volume', listVolumeServices(session), fromNova),
    allOf('network', pagesOf(session, agents), fromNeutron),
  ];
  for (const one of asked) yield await one;
}

/** Never rejects with a Failure. */
async function allOf<Row>(
  service: string,
  pages: AsyncIterable<readonly Row[]>,
  read: (service: string, row: Json) => AnyService,
): Promise<ServiceList> {
  const rows: AnyService[] = [];
  try {
    for await (const page of pages) rows.push(...page.map((row) => read(service, row as Json)));
    return { service, rows };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return /^(EmptyCatalog|EndpointNotFound)$/.test(error.name) ? { service, rows } : { service, rows, error };
  }
}

const fromNova = (service: string, row: Json): AnyService => ({
  service,
  binary: row.binary,
  host: row.host,
  zone: row.zone,
  status: row.status,
  state: row.state,
  updated: row.updated_at,
  reason: row.disabled_reason,
});

const fromNeutron = (service: string, row: Json): AnyService => ({
  service,
  binary: row.binary,
  host: row.host,
  zone: asText(row.availability_zone),
  status: row.admin_state_up === undefined ? undefined : row.admin_state_up === true ? 'enabled' : 'disabled',
  state: row.alive === undefined ? undefined : row.alive === true ? 'up' : 'down',
  updated: row.heartbeat_timestamp,
  reason: undefined,
});
