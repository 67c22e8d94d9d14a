import { createHash, generateKeyPairSync } from 'node:crypto';
import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import type { Keypair } from '../world.js';
import { type ComputeCall, noRoute } from './call.js';
import { invalid } from './kind.js';
import { timeOf } from './tasks.js';

/** `/os-keypairs` and `/os-keypairs/{name}`: of the caller, or from 2.10 on of the user that an administrator names. */
export function keypairs(call: ComputeCall): Answer {
  const [, name, part] = call.parts;
  if (part !== undefined) return noRoute();
  if (call.method === 'POST' && name === undefined) return create(call);
  if (call.method === 'DELETE' && name !== undefined) return remove(call, name);
  if (call.method !== 'GET' && call.method !== 'HEAD') return noRoute();
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

function view(call: ComputeCall, { name, publicKey, fingerprint, type = 'ssh' }: Keypair): Record<string, unknown> {
  return { name, public_key: publicKey, fingerprint, ...(call.minor >= 2 ? { type } : {}) };
}

/** Whose a key is that is made or deleted: from 2.10 on an administrator says it. */
function owner(call: ComputeCall, asked: unknown): string {
  const own = call.caller.token.userId;
  const userId = call.minor >= 10 ? (asText(asked) ?? own) : own;
  if (userId === own || call.caller.admin) return userId;
  throw new Refusal(403, "Policy doesn't allow os_compute_api:os-keypairs:create to be performed.");
}

/** Imports a public key, or makes a pair, whose private key nobody else will see. */
function create(call: ComputeCall): Answer {
  const given = asObject(asObject(parsed(call.body))?.keypair);
  const name = asText(given?.name);
  if (given === undefined || name === undefined) throw invalid('keypair', "'name' is a required property");
  if (/[^\w -]/.test(name) && call.minor < 92) {
    throw new Refusal(400, 'Keypair data is invalid: Keypair name contains unsafe characters');
  }
  const userId = owner(call, given.user_id);
  const { keypairs: all } = call.cloud.world;
  if (all.some((one) => one.userId === userId && one.name === name)) {
    throw new Refusal(409, `Key pair '${name}' already exists.`);
  }
  const type = given.type === 'x509' ? 'x509' : 'ssh';
  const imported = asText(given.public_key);
  if (imported !== undefined && type === 'ssh' && !/^(ssh|ecdsa)-\S+ [A-Za-z0-9+/=]+/.test(imported)) {
    throw new Refusal(400, 'Keypair data is invalid: failed to generate fingerprint');
  }
  const { publicKey, privateKey } = imported === undefined ? newPair() : { publicKey: imported, privateKey: undefined };
  const row: Keypair = { name, userId, publicKey, fingerprint: fingerprintOf(publicKey), created: timeOf(call), type };
  all.push(row);
  const secret = privateKey === undefined ? {} : { private_key: privateKey };
  return json(call.minor >= 2 ? 201 : 200, { keypair: { ...view(call, row), ...secret, user_id: userId } });
}

/** MD5 of the key itself, as `ssh-keygen -l` of the guide's days has it. */
function fingerprintOf(publicKey: string): string {
  const bytes = Buffer.from(publicKey.split(' ')[1] ?? publicKey, 'base64');
  return (createHash('md5').update(bytes).digest('hex').match(/../g) ?? []).join(':');
}

/** A pair of small keys: it is good for nothing but being there. */
function newPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const field = (bytes: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const blob = Buffer.concat([field(Buffer.from('ssh-ed25519')), field(raw)]).toString('base64');
  return {
    publicKey: `ssh-ed25519 ${blob} Generated-by-Nova`,
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

function remove(call: ComputeCall, name: string): Answer {
  const userId = owner(call, call.query.get('user_id'));
  const { keypairs: all } = call.cloud.world;
  const found = all.find((one) => one.userId === userId && one.name === name);
  if (found === undefined) throw new Refusal(404, `Keypair ${name} not found for user ${userId}`);
  all.splice(all.indexOf(found), 1);
  return { ...nothing(), status: call.minor >= 2 ? 204 : 202 };
}
