import { type Answer, asObject, asText, json, parsed, Refusal } from '../call.js';
import { boot } from './boot.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';
import { accepted } from './kind.js';

/**
 * `/os-cloudpipe`, for administrators: the VPN servers of nova's networks. An address to the outside was never given
 * out here, so none of them can be reached (nova 2012.2 api/openstack/compute/contrib/cloudpipe.py).
 */
export function cloudpipes(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  const isConfigured = call.method === 'PUT' && id === 'configure-project';
  const isPlain = id === undefined && (call.method === 'GET' || call.method === 'POST');
  if (part !== undefined || (!isPlain && !isConfigured)) return noRoute();
  administratorsOnly(call, 'cloudpipe');
  if (isConfigured) return configure(call);
  if (call.method === 'POST') return create(call);
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

/** A server that is the way into a tenant's networks; a tenant has one at most. */
function create(call: ComputeCall): Answer {
  const { servers, retired, flavors, images } = call.cloud.world;
  const tenantId = asText(asObject(asObject(parsed(call.body))?.cloudpipe)?.project_id);
  if (tenantId === undefined) throw new Refusal(400, 'Malformed request body');
  const running = servers.find(
    (one) => one.tenantId === tenantId && retired.cloudpipes.includes(one.id) && !one.deleted,
  );
  if (running !== undefined) return json(200, { instance_id: running.id });
  const [made] = boot(call, { name: `${tenantId}-vpn`, flavorRef: flavors[0]?.id, imageRef: images[0]?.id }, tenantId);
  if (made === undefined) throw new Refusal(413, 'No room for a cloudpipe.');
  retired.cloudpipes.push(made.id);
  return json(200, { instance_id: made.id });
}

/** Where the cloudpipes of the caller's networks are reached from outside. */
function configure(call: ComputeCall): Answer {
  const given = asObject(asObject(parsed(call.body))?.configure_project);
  const [address, port] = [asText(given?.vpn_ip), Number(given?.vpn_port)];
  if (address === undefined || !Number.isInteger(port))
    throw new Refusal(422, 'Unable to process the contained instructions');
  for (const row of call.cloud.world.networks.filter(({ tenantId }) => tenantId === call.caller.token.tenantId)) {
    row.vpnAddress = address;
    row.vpnPort = port;
  }
  return accepted();
}
