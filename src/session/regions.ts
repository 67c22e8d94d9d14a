import { sameService } from './catalog.js';
import type { Endpoint } from './session.js';

/**
 * The regions in which a service is, in the order of the catalogue. `*`, which is every region, is none.
 *
 * @param service its type; it counts under its other types, too
 */
export function regionsOf(catalog: readonly Endpoint[], service: string): readonly string[] {
  const types = sameService(service);
  const regions = catalog.flatMap(({ type, region }) =>
    region !== undefined && region !== '*' && types.includes(type) ? [region] : [],
  );
  return [...new Set(regions)];
}
