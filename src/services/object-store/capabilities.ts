import { compareCodePoints } from '../../lib/codepoints.js';
import { isRecord, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { missing } from '../answer.js';

/** One option of a feature; a feature without options is one without an option. */
export interface Capability {
  /** Swift's own, or of what stands before it. */
  readonly kind: 'Core' | 'Additional middleware';
  readonly feature: string;
  readonly option?: string;
  readonly value?: unknown;
}

/**
 * What a cluster can do: `GET /info`, which anybody may ask.
 * @param url of a proxy, or of an account; left out: that of the login
 */
export async function capabilitiesOf(session: Session, url?: string): Promise<Json> {
  const at = infoUrl(url ?? (await session.endpoint('object-store')));
  const document = await session.json({
    service: 'object-store',
    path: '',
    at,
    what: 'Capabilities GET',
    isOpen: true,
  });
  if (isRecord(document)) return document;
  throw missing('capabilities', 'object-store');
}

/**
 * The options by feature, swift's own first, the others by their names.
 * @throws Failure when swift says nothing of itself
 */
export function optionsOf(capabilities: Json): readonly Capability[] {
  const { swift, ...others } = capabilities;
  if (!isRecord(swift)) throw missing('swift', 'object-store');
  const rows = (kind: Capability['kind'], feature: string, options: unknown): Capability[] => {
    const all = sorted(isRecord(options) ? options : {});
    return all.length === 0 ? [{ kind, feature }] : all.map(([option, value]) => ({ kind, feature, option, value }));
  };
  return [
    ...rows('Core', 'swift', swift),
    ...sorted(others).flatMap(([feature, options]) => rows('Additional middleware', feature, options)),
  ];
}

const sorted = (of: Json): readonly (readonly [string, unknown])[] =>
  Object.entries(of).sort(([one], [other]) => compareCodePoints(one, other));

/** swiftclient `client.py` _map_url. */
function infoUrl(url: string): string {
  const [, start = url, path = ''] = /^([^:]+:\/\/[^/]*)([^?#]*)/.exec(url) ?? [];
  if (/\/v\d+\.?\d*(\/.*)?/.test(path)) return start + path.replace(/\/v\d+\.?\d*(\/.*)?/, '/info');
  if (path.includes('/info')) return start + path;
  return `${start}${path}${path.endsWith('/') ? '' : '/'}info`;
}
