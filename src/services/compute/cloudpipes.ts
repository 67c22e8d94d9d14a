import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { oldList } from './removed-apis.js';

/**
 * VPN instances of nova-network: project_id, instance_id, internal_ip, public_ip, public_port, state, none but the first
 * of which need be there. Compute API reference: "List Cloudpipes" (`GET /os-cloudpipe`); 410 since Pike.
 */
export function listCloudpipes(session: Session): AsyncIterable<readonly Json[]> {
  return oldList(session, 'cloudpipes', '/os-cloudpipe', 'cloudpipes');
}
