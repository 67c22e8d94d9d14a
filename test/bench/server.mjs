// A cloud of any size on loopback, in a process of its own: an identity service, and servers page by page, from memory.
//   node server.mjs [--servers N] [--page N] [--tls DIRECTORY]
// Prints one line of JSON, {"url", "port"}; with --tls it speaks https with DIRECTORY/cert.pem and DIRECTORY/key.pem.
// GET /count says what was asked since the last time, as {"GET /v2.1/…": n}.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '30' },
    page: { type: 'string', default: '1000' },
    tls: { type: 'string' },
  },
});
const total = Number(values.servers);
const size = Number(values.page);
const scheme = values.tls === undefined ? 'http' : 'https';
let origin = '';

const hex = (number, length) => number.toString(16).padStart(length, '0');
const uuid = (number) => `${hex(number, 8)}-5f3c-4a8e-9d27-${hex(number * 7919, 12)}`;
const project = (number) => hex(0x6f70656e + (number % 40), 32);

/** What nova of Zed answers for microversion 2.1, about 1,930 bytes. */
function server(number) {
  const id = uuid(number);
  const name = `web-${String(number).padStart(6, '0')}.example.com`;
  return {
    id,
    name,
    status: number % 29 === 0 ? 'SHUTOFF' : 'ACTIVE',
    tenant_id: project(number),
    user_id: hex(0x75736572 + (number % 200), 32),
    metadata: {
      'my-server-name': name,
      role: 'web',
      owner: 'team-a',
      note: `${'the quick brown fox jumps over '.repeat(6)}${number}`,
    },
    hostId: hex(number * 104729, 56),
    image: { id: uuid(7), links: [{ rel: 'bookmark', href: `${origin}/images/${uuid(7)}` }] },
    flavor: { id: '42', links: [{ rel: 'bookmark', href: `${origin}/flavors/42` }] },
    created: '2026-03-04T06:27:59Z',
    updated: '2026-11-20T11:02:13Z',
    addresses: {
      private: [
        {
          version: 4,
          addr: `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
          'OS-EXT-IPS:type': 'fixed',
          'OS-EXT-IPS-MAC:mac_addr': 'fa:16:3e:5b:0c:11',
        },
        {
          version: 4,
          addr: `172.24.${(number >> 8) & 255}.${number & 255}`,
          'OS-EXT-IPS:type': 'floating',
          'OS-EXT-IPS-MAC:mac_addr': 'fa:16:3e:5b:0c:11',
        },
      ],
    },
    accessIPv4: '',
    accessIPv6: '',
    links: [
      { rel: 'self', href: `${origin}/v2.1/servers/${id}` },
      { rel: 'bookmark', href: `${origin}/servers/${id}` },
    ],
    'OS-DCF:diskConfig': 'AUTO',
    progress: 0,
    'OS-EXT-AZ:availability_zone': 'nova',
    config_drive: '',
    key_name: 'mykey',
    'OS-SRV-USG:launched_at': '2026-03-04T06:28:11.000000',
    'OS-SRV-USG:terminated_at': null,
    'OS-EXT-SRV-ATTR:host': `c${String(number % 500).padStart(3, '0')}.cloud.example.com`,
    'OS-EXT-SRV-ATTR:instance_name': `instance-${hex(number, 8)}`,
    'OS-EXT-SRV-ATTR:hypervisor_hostname': `c${String(number % 500).padStart(3, '0')}.cloud.example.com`,
    'OS-EXT-STS:task_state': null,
    'OS-EXT-STS:vm_state': number % 29 === 0 ? 'stopped' : 'active',
    'OS-EXT-STS:power_state': number % 29 === 0 ? 4 : 1,
    'os-extended-volumes:volumes_attached': [{ id: uuid(number + 900_000_000) }],
    security_groups: [{ name: 'default' }, { name: 'web' }],
  };
}

const from = (number, path) => {
  const servers = [];
  for (let at = number; at < Math.min(total, number + size); at += 1) servers.push(server(at));
  const more = number + size < total;
  const next = `${origin}${path}?all_tenants=1&marker=${uuid(number + size - 1)}`;
  return JSON.stringify({ servers, ...(more ? { servers_links: [{ rel: 'next', href: next }] } : {}) });
};

const token = `gAAAA${'x'.repeat(180)}`;
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z/, 'Z');
const endpoints = () => ({ compute: `${origin}/v2.1`, image: `${origin}/image`, identity: `${origin}/v3` });

const v3 = () => ({
  token: {
    methods: ['password'],
    expires_at: inAnHour(),
    issued_at: '2026-11-22T00:00:00.000000Z',
    user: { id: 'u1', name: 'admin', domain: { id: 'default', name: 'Default' } },
    project: { id: project(0), name: 'admin', domain: { id: 'default', name: 'Default' } },
    roles: [{ id: 'r1', name: 'admin' }],
    catalog: Object.entries(endpoints()).map(([type, url]) => ({
      type,
      name: type,
      id: type,
      endpoints: ['public', 'internal', 'admin'].map((side) => ({
        interface: side,
        url,
        region: 'RegionOne',
        region_id: 'RegionOne',
        id: `${type}-${side}`,
      })),
    })),
  },
});

const v2 = () => ({
  access: {
    token: {
      id: token,
      expires: inAnHour(),
      issued_at: '2026-11-22T00:00:00.000000',
      tenant: { id: project(0), name: 'admin', enabled: true },
    },
    user: { id: 'u1', name: 'admin', username: 'admin', roles: [{ name: 'admin' }], roles_links: [] },
    metadata: { is_admin: 0, roles: ['r1'] },
    serviceCatalog: Object.entries(endpoints()).map(([type, url]) => ({
      type,
      name: type,
      endpoints: [{ region: 'RegionOne', publicURL: url, internalURL: url, adminURL: url, id: type }],
      endpoints_links: [],
    })),
  },
});

const versions = () => ({
  version: {
    id: 'v2.1',
    status: 'CURRENT',
    version: '2.93',
    min_version: '2.1',
    updated: '2013-07-23T11:33:21Z',
    links: [{ rel: 'self', href: `${origin}/v2.1/` }],
  },
});

const diagnostics = {
  state: 'running',
  driver: 'libvirt',
  uptime: 46664,
  num_cpus: 1,
  memory_details: { maximum: 512 },
};

const pages = new Map();
let counts = {};
/** A page is made once: what is measured is the client. */
const page = (url) => {
  const known = pages.get(url.search);
  if (known !== undefined) return known;
  const marker = url.searchParams.get('marker');
  const made = Buffer.from(from(marker === null ? 0 : Number.parseInt(marker.slice(0, 8), 16) + 1, url.pathname));
  pages.set(url.search, made);
  return made;
};

/** The name comes as a regular expression. */
const byName = (pattern) => {
  const number = Number(/web-0*(\d+)/.exec(pattern)?.[1] ?? -1);
  return number < 0 ? [] : [{ id: uuid(number), name: server(number).name }];
};

function answer(request, url) {
  const { pathname } = url;
  if (pathname === '/count') {
    const seen = counts;
    counts = {};
    return [200, seen];
  }
  if (pathname === '/all') return [200, Buffer.concat([...pages.values()])];
  const isResumed = request.socket.isSessionReused?.() === true;
  const path = pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'ID');
  const what = `${request.method} ${path}${isResumed ? ', TLS resumed' : ''}`;
  counts[what] = (counts[what] ?? 0) + 1;
  if (pathname === '/v3/auth/tokens') return [201, v3(), { 'x-subject-token': token }];
  if (pathname === '/v2.0/tokens') return [200, v2()];
  if (request.headers['x-auth-token'] !== token) return [401, { error: { code: 401, message: 'no token' } }];
  if (pathname === '/v2.1/' || pathname === '/v2.1') return [200, versions()];
  if (pathname === '/v2.1/servers/detail') return [200, page(url)];
  if (pathname === '/v2.1/servers') return [200, { servers: byName(url.searchParams.get('name') ?? '') }];
  if (/^\/v2\.1\/servers\/[^/]+\/diagnostics$/.test(pathname)) return [200, diagnostics];
  const id = /^\/v2\.1\/servers\/([0-9a-f]{8})-/.exec(pathname)?.[1];
  if (id !== undefined) return [200, { server: server(Number.parseInt(id, 16)) }];
  return [404, { itemNotFound: { code: 404, message: 'not here' } }];
}

/** As nova says which microversion its answer is in: that of the request, the newest for `latest`. */
function microversion({ headers }) {
  const wanted = /^compute (2\.\d+|latest)$/.exec(headers['openstack-api-version'] ?? '')?.[1];
  if (wanted === undefined) return {};
  const version = wanted === 'latest' ? versions().version.version : wanted;
  return { 'openstack-api-version': `compute ${version}`, 'x-openstack-nova-api-version': version };
}

function serve(request, response) {
  request.resume();
  request.on('end', () => {
    const [status, body, headers] = answer(request, new URL(request.url, origin));
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const all = { 'content-type': 'application/json', 'content-length': bytes.length, ...headers };
    response.writeHead(status, { ...all, ...microversion(request) });
    response.end(bytes);
  });
}

const listener =
  values.tls === undefined
    ? createServer(serve)
    : createTlsServer(
        {
          cert: readFileSync(join(values.tls, 'cert.pem')),
          key: readFileSync(join(values.tls, 'key.pem')),
        },
        serve,
      );
listener.keepAliveTimeout = 30_000;
listener.listen(0, '127.0.0.1', () => {
  const { port } = listener.address();
  origin = `${scheme}://127.0.0.1:${port}`;
  for (let at = 0; at < total; at += size) {
    const search = at === 0 ? '?all_tenants=1' : `?all_tenants=1&marker=${uuid(at - 1)}`;
    pages.set(search, Buffer.from(from(at, '/v2.1/servers/detail')));
  }
  const bytes = [...pages.values()].reduce((sum, body) => sum + body.length, 0);
  console.log(JSON.stringify({ url: origin, port, bytes }));
});
process.on('SIGTERM', () => process.exit(0));
