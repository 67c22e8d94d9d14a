import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listOf, missing } from '../answer.js';

/** The highest microversion of each release (nova/api/openstack/compute/rest_api_version_history.rst). */
const RELEASES: Readonly<Record<string, string>> = {
  '2.3': 'Kilo',
  '2.12': 'Liberty',
  '2.25': 'Mitaka',
  '2.38': 'Newton',
  '2.42': 'Ocata',
  '2.53': 'Pike',
  '2.60': 'Queens',
  '2.65': 'Rocky',
  '2.72': 'Stein',
  '2.79': 'Train',
  '2.87': 'Ussuri or Victoria',
  '2.88': 'Wallaby',
  '2.90': 'Xena or Yoga',
  '2.93': 'Zed',
  '2.95': '2023.1 or 2023.2',
  '2.96': '2024.1 or 2024.2',
  '2.99': '2025.1',
};

export interface ComputeVersion {
  readonly release: string | undefined;
  /** `v2.1`. */
  readonly api: string;
  readonly lowest: string | undefined;
  readonly highest: string | undefined;
}

/** The versions of the API that the service has. Compute API reference: "List All Major Versions" (`GET /`). */
export async function listVersions(session: Session): Promise<readonly Json[]> {
  const endpoint = await session.endpoint('compute');
  const root = endpoint.replace(/\/v\d+(\.\d+)?(\/.*)?$/, '');
  return listOf(session, { service: 'compute', path: '/', at: root, microversion: 'none' }, 'versions');
}

/** The newest version of the API, and what can be said of the release from it. */
export async function computeVersion(session: Session): Promise<ComputeVersion> {
  const versions = await listVersions(session);
  const newest = versions.find(({ status }) => status === 'CURRENT') ?? versions.at(-1);
  if (newest === undefined) throw missing('versions');
  const highest = asText(newest.version) || undefined;
  return {
    release: highest === undefined ? undefined : RELEASES[highest],
    api: asText(newest.id),
    lowest: asText(newest.min_version) || undefined,
    highest,
  };
}
