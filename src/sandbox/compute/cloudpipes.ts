import { type Answer, json } from '../call.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';

/**
 * `/os-cloudpipe`, for administrators: the VPN servers of nova's networks. An address to the outside was never given
 * out here, so none of them can be reached (nova 2012.2 api/openstack/compute/contrib/cloudpipe.py).
 */
export function cloudpipes(call: ComputeCall): Answer {
  proxiesOnly(call);
  if (call.method !== 'GET' || call.parts.length > 1) return noRoute();
  administratorsOnly(call, 'cloudpipe');
  const { servers, retired } = call.cloud.world;
  const running = servers.filter(({ id, deleted }) => retired.cloudpipes.includes(id) && !deleted);
  return json(200, {
    cloudpipes: running.map(({ id, tenantId, created, addresses }) => ({
      project_id: tenantId,
      instance_id: id,
      created_at: created,
      internal_ip: addresses[0]?.addr ?? null,
      public_ip: null,
      public_port: 1000,
      state: 'invalid',
    })),
  });
}
