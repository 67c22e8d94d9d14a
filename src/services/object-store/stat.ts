import type { Session } from '../../session/session.js';
import { callAbout, type Headers, orNotFound, type Place } from './call.js';

/**
 * What the headers of an account, a container or an object tell, in their order, names in lower case. Escapes in them are
 * undone where that gives UTF-8 (swiftclient `client.py` parse_header_string).
 *
 * @throws Failure when there is no such account or container, HttpFailure when there is no such object
 */
export async function headersAbout(
  session: Session,
  place: Place,
  options: { readonly headers?: Headers; readonly version?: string | undefined } = {},
): Promise<ReadonlyMap<string, string>> {
  const call = callAbout(place, 'HEAD', options.headers ?? {});
  const asked = session.head({ ...call, query: { 'version-id': options.version } });
  const answer = await asked.catch((error) => {
    if (place.object !== undefined) throw error;
    return orNotFound(place, error);
  });
  const { connection: _ofTheWay, 'keep-alive': _howLong, ...told } = answer;
  return new Map(Object.entries(told).map(([name, value]) => [unquoted(name).toLowerCase(), unquoted(value)]));
}

/** The bytes of a header are UTF-8, and may be escaped besides. */
function unquoted(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  const decoded = bytes.toString('utf8');
  const whole = decoded.includes('\ufffd') || /[^\x00-\xff]/.test(text) ? text : decoded;
  try {
    return decodeURIComponent(whole.replace(/%(?![\da-f]{2})/gi, '%25'));
  } catch {
    return whole;
  }
}

/** The last part of the URL under which the account is: `AUTH_…`. */
export const accountName = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
