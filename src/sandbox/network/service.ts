import { type Answer, asObject, type Call, json, parsed, Refusal } from '../call.js';
import { type Cloud, callerOf, tokenNeeded } from '../cloud.js';
import { answerResource } from '../resource.js';
import { balancerKinds } from './balancer-kinds.js';
import { isReading, type NetworkCall, neutronError } from './call.js';
import { coreKinds } from './core-kinds.js';
import { extraKinds } from './extra-kinds.js';
import { networkApi } from './kind.js';
import type { NetworkKind } from './kind-spec.js';
import { chosen } from './list.js';
import { partOf } from './parts.js';
import { extensionsAnswer, ruleTypesAnswer, serviceProviders, topology, zones } from './plain-lists.js';
import { quotas } from './quotas.js';
import { relation } from './relations.js';
import { vpnAndFirewallKinds } from './vpn-firewall-kinds.js';

/** Every kind of row, by the path of its collection. */
const kinds: ReadonlyMap<string, NetworkKind> = new Map(
  [...coreKinds, ...balancerKinds, ...vpnAndFirewallKinds, ...extraKinds].map((kind) => [kind.about.path, kind]),
);

/** Quantum, later neutron: `/v2.0/{collection}[/{id}[/{part}]]`, with or without `.json`. */
export function network(cloud: Cloud, call: Call): Answer {
  const [version] = call.path;
  if (version === undefined) {
    const self = { rel: 'self', href: `${call.root}/v2.0/` };
    return json(200, { versions: [{ status: 'CURRENT', id: 'v2.0', links: [self] }] });
  }
  const answer = answered(cloud, call, version);
  return { ...answer, headers: { ...answer.headers, 'x-openstack-request-id': call.requestId } };
}

const nowhere = { status: 404, type: 'HTTPNotFound', message: 'The resource could not be found.' };

function answered(cloud: Cloud, call: Call, version: string): Answer {
  const caller = callerOf(cloud, call);
  if (caller === undefined) return tokenNeeded(cloud);
  const parts = call.path.slice(1).map((part) => part.replace(/\.json$/, ''));
  const networkCall: NetworkCall = { ...call, cloud, caller, parts };
  try {
    const answer = version === 'v2.0' ? (special(networkCall) ?? ofKind(networkCall)) : undefined;
    return answer ?? neutronError(nowhere);
  } catch (error) {
    if (error instanceof Refusal) {
      const { status, type = 'HTTPBadRequest', message } = error;
      return neutronError({ status, type, message });
    }
    throw error;
  }
}

/** What is no collection of rows. */
function special(call: NetworkCall): Answer | undefined {
  const [first, second] = call.parts;
  switch (first) {
    case undefined:
      return isReading(call) ? resources(call) : undefined;
    case 'extensions':
      return extensionsAnswer(call);
    case 'quotas':
      return quotas(call);
    case 'availability_zones':
      return zones(call);
    case 'service-providers':
      return serviceProviders(call);
    case 'auto-allocated-topology':
      return topology(call);
    case 'qos':
      return second === 'rule-types' ? ruleTypesAnswer(call) : undefined;
  }
  return undefined;
}

/** A collection, one of its rows, or what is below one: the longest path that is known. */
function ofKind(call: NetworkCall): Answer | undefined {
  const { parts } = call;
  const [first = '', second = ''] = parts;
  const length = kinds.has(first) ? 1 : 2;
  const kind = kinds.get(length === 1 ? first : `${first}/${second}`);
  if (kind === undefined) return undefined;
  const [id, part, which, more] = parts.slice(length);
  if (part === undefined) return collection(call, kind, id);
  if (more !== undefined || id === undefined) return undefined;
  const row = kind.rows(call).find((one) => one.id === id && (kind.sees?.(call, one) ?? true));
  if (row === undefined) throw networkApi.missing(kind, id);
  const inner = kinds.get(`${kind.about.path}/${part}`);
  if (inner !== undefined) return collection(call, inner, which);
  return (
    relation(call, kinds, kind, row, part, which) ??
    (which === undefined ? partOf(call, kind.about.path, row, part) : undefined)
  );
}

function collection(call: NetworkCall, kind: NetworkKind, id: string | undefined): Answer | undefined {
  const many = call.method === 'POST' ? asObject(parsed(call.body))?.[kind.many] : undefined;
  if (Array.isArray(many)) return bulk(call, kind, many);
  const answer = answerResource(networkApi, kind, call, id);
  const fields = call.query.getAll('fields');
  if (id === undefined || !isReading(call) || fields.length === 0 || answer === undefined) return answer;
  const row = kind.rows(call).find((one) => one.id === id);
  return row === undefined ? answer : json(200, { [kind.one]: chosen(viewOf(call, kind, row), fields) });
}

/** Several rows made by one request. */
function bulk(call: NetworkCall, kind: NetworkKind, many: readonly unknown[]): Answer | undefined {
  if (kind.create === undefined) return undefined;
  networkApi.allow(call, kind, 'create');
  const rows = many.map((given) => {
    const row = kind.create?.(call, asObject(given) ?? {});
    if (row !== undefined) kind.rows(call).push(row);
    return row;
  });
  return json(201, { [kind.many]: rows.flatMap((row) => (row === undefined ? [] : [viewOf(call, kind, row)])) });
}

function viewOf(call: NetworkCall, kind: NetworkKind, row: Parameters<NetworkKind['view']>[1]) {
  return kind.view(call, row, 'show') as Readonly<Record<string, unknown>>;
}

/** `/v2.0/`: what neutron calls its core. */
function resources(call: NetworkCall): Answer {
  return json(200, {
    resources: ['network', 'subnet', 'subnetpool', 'port'].map((name) => ({
      name,
      collection: `${name}s`,
      links: [{ rel: 'self', href: `${call.root}/v2.0/${name}s` }],
    })),
  });
}
