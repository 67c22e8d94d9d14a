import { type Answer, asObject, asText, json, nothing, parsed } from '../call.js';
import type { NetworkRow } from '../world-network.js';
import { badRequest, isReading, type NetworkCall, networkRefusal, rowsOf } from './call.js';
import type { NetworkKind } from './kind-spec.js';

/** What hangs on one row: which agent does its work, its tags, its numbers. */

/** The path below an agent, what it hosts there, and the path below what is hosted. */
interface Hosting {
  readonly below: string;
  readonly path: string;
  /** The attribute that names what an agent is to host. */
  readonly key: string;
  readonly back: string;
  /** Only one agent hosts it, and is shown alone. */
  readonly single?: true;
}

const hostings: readonly Hosting[] = [
  { below: 'dhcp-networks', path: 'networks', key: 'network_id', back: 'dhcp-agents' },
  { below: 'l3-routers', path: 'routers', key: 'router_id', back: 'l3-agents' },
  { below: 'loadbalancer-pools', path: 'lb/pools', key: 'pool_id', back: 'loadbalancer-agent', single: true },
  {
    below: 'agent-loadbalancers',
    path: 'lbaas/loadbalancers',
    key: 'loadbalancer_id',
    back: 'loadbalancer-hosting-agent',
    single: true,
  },
  { below: 'bgp-drinstances', path: 'bgp-speakers', key: 'bgp_speaker_id', back: 'bgp-dragents' },
];

/** Pairs of an agent and what it hosts are rows of their own, which no path leads to. */
const HOSTED = 'hosted';

/** Answers for `/{collection}/{id}/{part}[/{which}]`; `undefined` where there is no such part. */
export function relation(
  call: NetworkCall,
  kinds: ReadonlyMap<string, NetworkKind>,
  kind: NetworkKind,
  row: NetworkRow,
  part: string,
  which: string | undefined,
): Answer | undefined {
  const { path } = kind.about;
  if (part === 'tags' && kind.about.standard) return tags(call, row, which);
  const shown = (name: string, one: NetworkRow): unknown => kinds.get(name)?.view(call, one, 'list');
  for (const hosting of hostings) {
    const { below, back, single } = hosting;
    if (path === 'agents' && part === below) {
      const many = kinds.get(hosting.path)?.many ?? '';
      return hosted(call, row, hosting, which, (rows) => ({ [many]: rows.map((one) => shown(hosting.path, one)) }));
    }
    if (path === hosting.path && part === back && isReading(call) && which === undefined) {
      administratorsOnly(call, back);
      const ids = rowsOf(call, HOSTED).filter(({ thing_id }) => thing_id === row.id);
      const agents = rowsOf(call, 'agents').filter(({ id }) => ids.some(({ agent_id }) => agent_id === id));
      const views = agents.map((agent) => shown('agents', agent));
      return json(200, single ? { agent: views[0] ?? {} } : { agents: views });
    }
  }
  return undefined;
}

function administratorsOnly({ caller }: NetworkCall, what: string): void {
  if (!caller.admin) throw networkRefusal(403, 'PolicyNotAuthorized', `rule:get_${what} is disallowed by policy`);
}

function hosted(
  call: NetworkCall,
  agent: NetworkRow,
  { path, key, below }: Hosting,
  which: string | undefined,
  view: (rows: NetworkRow[]) => unknown,
): Answer | undefined {
  administratorsOnly(call, below);
  const pairs = rowsOf(call, HOSTED);
  const own = pairs.filter(({ agent_id }) => agent_id === agent.id);
  if (which === undefined && isReading(call)) {
    return json(200, view(rowsOf(call, path).filter(({ id }) => own.some(({ thing_id }) => thing_id === id))));
  }
  if (which === undefined && call.method === 'POST') {
    const id = asText(asObject(parsed(call.body))?.[key]);
    if (!rowsOf(call, path).some((row) => row.id === id)) throw badRequest(`Invalid input for ${key}.`);
    if (own.some(({ thing_id }) => thing_id === id)) {
      throw networkRefusal(409, 'AlreadyHosted', `The ${key} ${id} has been already hosted by the agent ${agent.id}.`);
    }
    pairs.push({ id: `${agent.id}/${id}`, tenant_id: '', agent_id: agent.id, thing_id: id });
    return json(201, null);
  }
  if (which === undefined || call.method !== 'DELETE') return undefined;
  const pair = own.find(({ thing_id }) => thing_id === which);
  if (pair === undefined) {
    throw networkRefusal(409, 'NotHosted', `The ${key} ${which} is not hosted by the agent ${agent.id}.`);
  }
  pairs.splice(pairs.indexOf(pair), 1);
  return nothing();
}

/** `/{collection}/{id}/tags[/{tag}]`. */
function tags(call: NetworkCall, row: NetworkRow, tag: string | undefined): Answer | undefined {
  const held = Array.isArray(row.tags) ? row.tags.map(String) : [];
  if (tag === undefined) {
    if (isReading(call)) return json(200, { tags: held });
    if (call.method === 'DELETE') {
      row.tags = [];
      return nothing();
    }
    if (call.method !== 'PUT') return undefined;
    const wanted = asObject(parsed(call.body))?.tags;
    if (!Array.isArray(wanted)) throw badRequest('Invalid tags body.');
    row.tags = wanted.map(String);
    return json(200, { tags: row.tags });
  }
  if (call.method === 'PUT') {
    if (!held.includes(tag)) row.tags = [...held, tag];
    return { ...nothing(), status: 201 };
  }
  if (!held.includes(tag)) throw networkRefusal(404, 'TagNotFound', `Tag ${tag} could not be found.`);
  if (isReading(call)) return nothing();
  if (call.method !== 'DELETE') return undefined;
  row.tags = held.filter((one) => one !== tag);
  return nothing();
}
