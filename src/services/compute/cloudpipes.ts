import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { changeOrRemoved, listOrRemoved } from './removed-apis.js';

/**
 * VPN instances of nova-network: project_id, instance_id, internal_ip, public_ip, public_port, state, none but the first
 * of which need be there. Compute API reference: "List Cloudpipes" (`GET /os-cloudpipe`); 410 since Pike.
 */
export function listCloudpipes(session: Session): AsyncIterable<readonly Json[]> {
  return listOrRemoved(session, 'cloudpipes', '/os-cloudpipe', 'cloudpipes');
}

/** Compute API reference: "Create Cloudpipe" (`POST /os-cloudpipe`). */
export const createCloudpipe = (session: Session, projectId: string): Promise<unknown> =>
  changeOrRemoved(session, 'cloudpipes', 'POST', '/os-cloudpipe', { cloudpipe: { project_id: projectId } });

/** Compute API reference: "Update Cloudpipe" (`PUT /os-cloudpipe/configure-project`), for the project of the login. */
export const configureCloudpipe = (session: Session, address: string, port: string): Promise<unknown> =>
  changeOrRemoved(session, 'cloudpipes', 'PUT', '/os-cloudpipe/configure-project', {
    configure_project: { vpn_ip: address, vpn_port: port },
  });
