import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectOf } from '../answer.js';

/** Of what a quota set holds, what cinderclient shows: names that begin with one of these (`shell_utils.py`). */
const RESOURCES = /^(volumes|snapshots|gigabytes|backups|backup_gigabytes|per_volume_gigabytes|groups)/;

/** The quotas of a project, with what is used of each (`GET /os-quota-sets/{project}`), or its defaults. */
export async function volumeQuotas(
  session: Session,
  project: string,
  which: 'limits' | 'usage' | 'defaults',
): Promise<Json> {
  const path = `/os-quota-sets/${encodeURIComponent(project)}`;
  const call =
    which === 'defaults'
      ? { service: 'volume', path: `${path}/defaults` }
      : { service: 'volume', path, query: { usage: which === 'usage' ? 'True' : 'False' } };
  return shown(await objectOf(session, call, 'quota_set'));
}

/** The quotas of a class (`GET /os-quota-class-sets/{class}`). */
export async function volumeQuotaClass(session: Session, name: string): Promise<Json> {
  const path = `/os-quota-class-sets/${encodeURIComponent(name)}`;
  return shown(await objectOf(session, { service: 'volume', path }, 'quota_class_set'));
}

const shown = (set: Json): Json => Object.fromEntries(Object.entries(set).filter(([name]) => RESOURCES.test(name)));
