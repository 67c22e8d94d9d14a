import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listOrRemoved } from './removed-apis.js';

/**
 * VPN instances of nova-network: project_id, instance_id, internal_ip, public_ip, public_port, state, none but the first
 * of which need be there. Compute API reference: "List Cloudpipes" (`GET /os-cloudpipe`); 410 since Pike.
 */
export function listCloudpipes(session: Session): AsyncIterable<readonly Json[]> {
  return listOrRemoved(session, 'cloudpipes', '/os-cloudpipe', 'cloudpipes');
}
