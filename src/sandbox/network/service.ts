import { type Answer, type Call, json } from '../call.js';
import { type Caller, type Cloud, callerOf, tokenNeeded } from '../cloud.js';
import type { Quantum, QuantumRow } from '../world-network.js';

/** Quantum: `/v2.0/{collection}[/{id}]`, to be read. */
export function network(cloud: Cloud, call: Call): Answer {
  const [version, collection, id, more] = call.path;
  if (version === undefined) {
    const self = { rel: 'self', href: `${call.root}/v2.0` };
    return json(200, { versions: [{ status: 'CURRENT', id: 'v2.0', links: [self] }] });
  }
  const headers = { 'x-openstack-request-id': call.requestId };
  const answer = answered(cloud, call, version, [collection?.replace(/\.json$/, ''), id?.replace(/\.json$/, ''), more]);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Collection, one of it, and neutron's name of the error for one that is not there. */
const kinds: Readonly<Record<string, readonly [rows: keyof Quantum, one: string, error: string]>> = {
  networks: ['networks', 'network', 'NetworkNotFound'],
  subnets: ['subnets', 'subnet', 'SubnetNotFound'],
  ports: ['ports', 'port', 'PortNotFound'],
  routers: ['routers', 'router', 'RouterNotFound'],
  floatingips: ['floatingips', 'floatingip', 'FloatingIPNotFound'],
  agents: ['agents', 'agent', 'AgentNotFound'],
};

function answered(cloud: Cloud, call: Call, version: string, path: readonly (string | undefined)[]): Answer {
  const caller = callerOf(cloud, call);
  if (caller === undefined) return tokenNeeded(cloud);
  const [collection, id, more] = path;
  if (version !== 'v2.0' || more !== undefined || (call.method !== 'GET' && call.method !== 'HEAD')) return unknown();
  if (collection === undefined) return resources(call);
  if (collection === 'extensions' && id === undefined) return extensions();
  const kind = Object.hasOwn(kinds, collection) ? kinds[collection] : undefined;
  if (kind === undefined) return unknown();
  const [key, one, error] = kind;
  const rows = cloud.world.quantum[key].filter((row) => visible(row, collection, caller));
  if (id === undefined) return list(cloud, call, collection, rows);
  const found = rows.find((row) => row.id === id);
  if (found === undefined) {
    const name = one === 'floatingip' ? 'Floating IP' : one.slice(0, 1).toUpperCase() + one.slice(1);
    return json(404, { NeutronError: { type: error, message: `${name} ${id} could not be found.`, detail: '' } });
  }
  return json(200, { [one]: shown(found, call.query.getAll('fields'), caller) });
}

function unknown(): Answer {
  return json(404, {
    NeutronError: { type: 'HTTPNotFound', message: 'The resource could not be found.', detail: '' },
  });
}

function visible(row: QuantumRow, collection: string, { admin, token }: Caller): boolean {
  if (admin) return true;
  if (collection === 'agents') return false;
  return row.tenant_id === token.tenantId || row.shared === true || row['router:external'] === true;
}

/** Administrators' fields have a prefix; the rest may be chosen with `?fields=`. */
function shown(row: QuantumRow, fields: readonly string[], { admin }: Caller): Record<string, unknown> {
  const entries = Object.entries(row).filter(
    ([key]) => (admin || !key.startsWith('provider:')) && (fields.length === 0 || fields.includes(key)),
  );
  return Object.fromEntries(entries);
}

const controls = new Set(['fields', 'limit', 'marker', 'sort_key', 'sort_dir', 'page_reverse', 'verbose']);

/** Any field filters; several values of one are alternatives. */
function list(cloud: Cloud, call: Call, collection: string, rows: readonly QuantumRow[]): Answer {
  const caller = callerOf(cloud, call);
  if (caller === undefined) return unknown();
  const names = [...new Set(call.query.keys())].filter((name) => !controls.has(name));
  const matching = rows.filter((row) =>
    names.every((name) => {
      const held = row[name];
      return (
        held === undefined ||
        call.query.getAll(name).some((value) => String(held).toLowerCase() === value.toLowerCase())
      );
    }),
  );
  const sorted = [...matching].sort((a, b) => (a.id < b.id ? -1 : 1));
  const marker = call.query.get('marker');
  const start = marker === null ? 0 : sorted.findIndex(({ id }) => id === marker) + 1;
  const limit = Number(call.query.get('limit') ?? 0) || undefined;
  const page = sorted.slice(start, limit === undefined ? undefined : start + limit);
  const fields = call.query.getAll('fields');
  return json(200, {
    [collection]: page.map((row) => shown(row, fields, caller)),
    ...pageLinks(call, collection, page, limit !== undefined && start + limit < sorted.length),
  });
}

function pageLinks(call: Call, collection: string, page: readonly QuantumRow[], more: boolean): object {
  const last = page.at(-1);
  if (last === undefined || !more) return {};
  const query = new URLSearchParams(call.query);
  query.set('marker', last.id);
  const href = `${call.root}/v2.0/${collection}?${query}`;
  return { [`${collection}_links`]: [{ rel: 'next', href }] };
}

function resources(call: Call): Answer {
  const names = ['network', 'subnet', 'port'];
  return json(200, {
    resources: names.map((name) => ({
      name,
      collection: `${name}s`,
      links: [{ rel: 'self', href: `${call.root}/v2.0/${name}s` }],
    })),
  });
}

function extensions(): Answer {
  const row = (alias: string, name: string, description: string): unknown => ({
    alias,
    name,
    description,
    links: [],
    updated: '2012-07-20T10:00:00-00:00',
    namespace: `http://docs.openstack.org/ext/${alias}/api/v1.0`,
  });
  return json(200, {
    extensions: [
      row('router', 'Quantum L3 Router', 'Router abstraction for basic L3 forwarding between L2 Quantum networks'),
      row('provider', 'Provider Network', 'Expose mapping of virtual networks to physical networks'),
      row('agent', 'agent', 'The agent management extension.'),
    ],
  });
}
