import type { Globals } from '../cli/globals.js';
import type { Settings } from '../core/settings.js';
import type { Host } from '../host/host.js';
import type { NameStore } from '../selection/index.js';
import { keyMaterial } from '../session/token-cache.js';

/**
 * Where names are kept: beside the login that they were read with, so that they go when that does. Undefined where
 * nothing is to be kept.
 * @param what what they are kept for; each has its own
 */
export async function nameStore(
  host: Pick<Host, 'storage'>,
  { sandbox, record, replay }: Pick<Globals, 'sandbox' | 'record' | 'replay'>,
  settings: Settings,
  what: 'names' | 'completion',
): Promise<NameStore | undefined> {
  if (sandbox || record !== undefined || replay !== undefined || !settings.cache) return undefined;
  const files = await host.storage.logins();
  if (files === undefined) return undefined;
  // A login is good for all regions, and an id is another thing in each.
  const { region, interface: side, endpointOverride } = settings;
  const place = [keyMaterial(settings), region ?? '', side, endpointOverride ?? ''];
  const material = (kind: string): string => JSON.stringify([what, kind, ...place]);
  return {
    find: (kind) => files.find(material(kind)),
    save: (kind, value) => files.save(material(kind), () => value),
  };
}
