import { server } from '../../src/sandbox/seed/server.js';
import type { World } from '../../src/sandbox/world.js';

/** Adds `count` small servers to a world, a minute apart and spread over its tenants and hosts. */
export function grow(world: World, count: number): World {
  const first = Math.max(0, ...world.servers.map(({ number }) => number)) + 1;
  const owners = world.users.filter(({ tenantId: home }) => home !== undefined);
  const start = Date.parse('2013-03-01T00:00:00Z');
  for (let at = 0; at < count; at += 1) {
    const owner = owners[at % owners.length];
    const home = world.tenants.find(({ id }) => id === owner?.tenantId);
    if (owner === undefined || home === undefined) continue;
    const host = world.hypervisors[at % world.hypervisors.length]?.host ?? 'c01.example.com';
    world.servers.push(
      server({
        number: first + at,
        name: `node-${String(at + 1).padStart(String(count).length, '0')}`,
        owner: owner.name,
        tenant: home.name,
        image: 'cirros-0.3.1-x86_64',
        networks: `novanetwork_0=10.${16 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}`,
        host,
        flavorId: '1',
        created: new Date(start + at * 60_000).toISOString().replace('.000Z', 'Z'),
      }),
    );
  }
  return world;
}
