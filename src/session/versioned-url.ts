import { asRecord, asRecords, asText } from '../lib/read.js';
import { plain } from './address.js';
import { combine } from './discovery.js';

/** Services whose paths begin with a version, and the versions that their commands can ask, best first. */
const VERSIONS: Readonly<Record<string, readonly RegExp[]>> = {
  compute: [/^v2\.1$/i, /^v2(\.0)?$/i],
  volume: [/^v3(\.\d+)?$/i, /^v2(\.\d+)?$/i, /^v1(\.\d+)?$/i],
};

/**
 * The URL of the best version of a service, from the version document at an URL that names none (status 200 or 300;
 * nova `api/openstack/compute/versions.py`, cinder `api/versions.py`), with the project behind it, which every version
 * takes and old ones want. Undefined where the document names no version that can be asked.
 *
 * @param asked the URL of the document
 */
export function versionedUrl(
  service: string,
  document: unknown,
  asked: string,
  projectId: string | undefined,
): string | undefined {
  const { versions } = asRecord(document);
  const entries = asRecords(Array.isArray(versions) ? versions : asRecord(versions).values);
  for (const version of VERSIONS[service] ?? []) {
    const entry = entries.find(({ id }) => version.test(asText(id)));
    const href = asText(asRecords(entry?.links).find(({ rel }) => rel === 'self')?.href);
    const url = href === '' ? undefined : combine(asked, href);
    if (url !== undefined) return projectId === undefined ? plain(url) : `${plain(url)}/${projectId}`;
  }
  return undefined;
}
