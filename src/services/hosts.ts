import { Failure } from '../core/errors.js';
import { nearest } from '../lib/nearest.js';
import { asText } from '../lib/read.js';

interface Placed {
  readonly host?: unknown;
  readonly zone?: unknown;
}

/**
 * Hosts by their services: the first service of each one tells its zone, as in nova-manage and cinder-manage.
 * @throws Failure at the end, when no service is in the zone
 */
export async function* hostsOf<Service extends Placed>(
  pages: AsyncIterable<readonly Service[]>,
  zone: string | undefined,
): AsyncGenerator<readonly Service[]> {
  const seen = new Set<unknown>();
  const zones = new Set<string>();
  for await (const page of pages) {
    yield page.filter((service) => {
      zones.add(asText(service.zone));
      if ((zone !== undefined && zone !== '' && service.zone !== zone) || seen.has(service.host)) return false;
      seen.add(service.host);
      return true;
    });
  }
  if (zone !== undefined && zone !== '' && !zones.has(zone)) throw noZone(zone, zones);
}

/** What to say of a zone that is none of those there are. */
export function noZone(zone: string, zones: Iterable<string>): Failure {
  const meant = nearest(zone, zones);
  return new Failure(`No availability zone with a name or ID of '${zone}' exists.`, {
    ...(meant === undefined ? {} : { hint: `Did you mean '${meant}'?` }),
  });
}
