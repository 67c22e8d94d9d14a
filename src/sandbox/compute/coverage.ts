import { type Answer, asObject, asText, json, parsed, Refusal } from '../call.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';
import { accepted } from './kind.js';

/**
 * `/os-coverage/action`, for administrators: what of nova is run while its tests are (nova 2013.1
 * api/openstack/compute/contrib/coverage_ext.py). Here nothing is measured; only the answers are as there.
 */
export function coverage(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  if (call.method !== 'POST' || id !== 'action' || part !== undefined) return noRoute();
  administratorsOnly(call, 'coverage_ext');
  const { retired } = call.cloud.world;
  const [[action, given] = []] = Object.entries(asObject(parsed(call.body)) ?? {});
  if (action === 'start') {
    retired.coverage = asObject(given)?.combine === true ? 'combined' : 'on';
    return accepted();
  }
  if (action !== 'stop' && action !== 'report') throw new Refusal(400, "Coverage doesn't have an action of this name");
  if (action === 'stop') {
    if (retired.coverage === 'off') throw new Refusal(404, 'Coverage is not running');
    retired.coverage = 'off';
    return json(200, { path: '/var/lib/nova/coverage/.nova-coverage' });
  }
  const file = asText(asObject(given)?.file);
  if (file === undefined || file.includes('/')) throw new Refusal(400, 'Invalid path');
  return json(200, { path: `/var/lib/nova/coverage/${file}` });
}
