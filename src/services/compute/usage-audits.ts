import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectOf } from '../answer.js';

/**
 * Which hosts have written down what their servers used. Compute API reference: "List Server Usage Audits"
 * (`GET /os-instance_usage_audit_log`) and "List Usage Audits Before Specified Time" (`…/{before_timestamp}`).
 * @param before `CCYY-MM-DD hh:mm:ss.NNNNNN`
 */
export function usageAudits(session: Session, before?: string): Promise<Json> {
  const path = '/os-instance_usage_audit_log';
  if (!before) return objectOf(session, { service: 'compute', path }, 'instance_usage_audit_logs');
  const call = { service: 'compute', path: `${path}/${encodeURIComponent(before)}` };
  return objectOf(session, call, 'instance_usage_audit_log');
}
