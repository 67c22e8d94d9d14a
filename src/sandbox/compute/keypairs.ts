import { type Answer, json, Refusal } from '../call.js';
import type { Keypair } from '../world.js';
import { type ComputeCall, noRoute } from './call.js';

/** `/os-keypairs` and `/os-keypairs/{name}`: of the caller, or from 2.10 on of the user that an administrator names. */
export function keypairs(call: ComputeCall): Answer {
  const [, name, part] = call.parts;
  if (part !== undefined || (call.method !== 'GET' && call.method !== 'HEAD')) return noRoute();
  const asked = call.minor >= 10 ? call.query.get('user_id') : null;
  const userId = asked ?? call.caller.token.userId;
  if (!call.caller.admin && userId !== call.caller.token.userId) {
    const rule = `os_compute_api:os-keypairs:${name === undefined ? 'index' : 'show'}`;
    throw new Refusal(403, `Policy doesn't allow ${rule} to be performed.`);
  }
  const own = call.cloud.world.keypairs.filter((row) => row.userId === userId);
  if (name === undefined) {
    const sorted = own.sort((a, b) => (a.name < b.name ? -1 : 1));
    return json(200, { keypairs: sorted.map((row) => ({ keypair: view(call, row) })) });
  }
  const found = own.find((row) => row.name === name);
  if (found === undefined) throw new Refusal(404, `Keypair ${name} not found for user ${userId}`);
  const more = {
    user_id: userId,
    deleted: false,
    created_at: found.created,
    deleted_at: null,
    updated_at: null,
    id: call.cloud.world.keypairs.indexOf(found) + 1,
  };
  return json(200, { keypair: { ...view(call, found), ...more } });
}

function view(call: ComputeCall, { name, publicKey, fingerprint }: Keypair): Record<string, unknown> {
  return { name, public_key: publicKey, fingerprint, ...(call.minor >= 2 ? { type: 'ssh' } : {}) };
}
