import { python2Order } from '../../lib/python/dict-order.js';
import { asRecord, asRecords, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';

/** An API version that an identity service offers, and one of its extensions: a row for each of them. */
export interface OfferedVersion {
  /** The URL that was asked. */
  readonly foundAt: string;
  readonly id: string;
  readonly status: string;
  readonly url: string;
  /** Alias and name; missing where the version has none. */
  readonly extension?: { readonly key: string; readonly name: string };
}

/**
 * What there is at OS_AUTH_URL, or else on this machine; no login. Empty where no identity service answers
 * (python-keystoneclient `generic/client.py`, whose dicts give versions and extensions their order).
 */
export async function* discover(session: Session): AsyncGenerator<readonly OfferedVersion[]> {
  const { authUrl } = session.settings;
  const places = authUrl === undefined ? ['http://localhost:35357', 'https://localhost:35357'] : [authUrl];
  for (const foundAt of places) {
    const found = versionsIn(await quietly(session, foundAt));
    for (const version of found) {
      const url = selfOf(version) ?? joined(foundAt, asText(version.id));
      const extensions = await extensionsAt(session, url);
      const row = { foundAt, id: asText(version.id), status: asText(version.status), url };
      yield extensions.length === 0 ? [row] : extensions.map((extension) => ({ ...row, extension }));
    }
    if (found.length > 0) return;
  }
}

/** `{version}`, or `{versions: {values}}`, by id. */
function versionsIn(document: unknown): readonly Json[] {
  const { version, versions } = asRecord(document);
  const all = version === undefined ? asRecords(asRecord(versions).values) : [asRecord(version)];
  return inOrder(all, 'id');
}

/** `{extensions: {values}}`, or `{extensions}` as some releases have it. */
async function extensionsAt(
  session: Session,
  url: string,
): Promise<readonly { readonly key: string; readonly name: string }[]> {
  const { extensions } = asRecord(await quietly(session, `${url.replace(/\/$/, '')}/extensions`));
  const all = Array.isArray(extensions) ? asRecords(extensions) : asRecords(asRecord(extensions).values);
  return inOrder(all, 'alias').map(({ alias, name }) => ({ key: asText(alias), name: asText(name) }));
}

/** In the order of a dict of Python 2 with that key; of several the last one. */
function inOrder(rows: readonly Json[], key: string): readonly Json[] {
  const by = new Map<string, Json>(rows.map((row) => [asText(row[key]), row]));
  return python2Order(by.keys()).flatMap((name): readonly Json[] => asRecords([by.get(name)]));
}

const selfOf = (version: Json): string | undefined =>
  asText(asRecords(version.links).find(({ rel }) => rel === 'self')?.href) || undefined;

const joined = (base: string, path: string): string => (URL.canParse(path, base) ? new URL(path, base).href : path);

/** Whatever goes wrong there, there is then nothing. */
const quietly = (session: Session, url: string): Promise<unknown> => session.document(url).catch(() => undefined);
