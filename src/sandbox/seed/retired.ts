import { mac } from '../ids.js';
import type { Retired } from '../world-retired.js';
import { tenantId } from './identity.js';

/** Some of each, so that every list has something to show; the guide's own cloud used none of it. */
export function retired(): Retired {
  const node = (number: number, cpus: number, memoryMb: number, localGb: number, instanceId: string | null) => ({
    number,
    cpus,
    memoryMb,
    localGb,
    pmAddress: `10.0.8.${number}`,
    pmUser: 'ADMIN',
    serviceHost: 'c05.example.com',
    terminalPort: number === 1 ? 8000 : null,
    instanceId,
    interfaces: [1, 2].slice(0, 3 - number).map((port) => ({
      number: 2 * number + port - 2,
      address: mac('baremetal', number, port),
      datapathId: port === 1 ? '0x1' : null,
      portNo: port === 1 ? number : null,
    })),
  });
  return {
    dnsDomains: [
      {
        domain: 'cloud.example.com',
        scope: 'public',
        project: tenantId('jtopjian'),
        availabilityZone: null,
        entries: [
          { name: 'devstack', ip: '1.2.3.4', type: 'A' },
          { name: 'www', ip: '1.2.3.4', type: 'A' },
          { name: 'wiki', ip: '1.2.3.5', type: 'A' },
        ],
      },
      { domain: 'nova.internal', scope: 'private', project: null, availabilityZone: 'nova', entries: [] },
    ],
    baremetalNodes: [node(1, 8, 16384, 500, null), node(2, 4, 8192, 250, null)],
    cells: [
      cell('east', 'child', 'rabbit.east.example.com', 7680, 1_024_000),
      cell('west', 'child', 'rabbit.west.example.com', 18_432, 2_048_000),
    ],
    childZones: [zone(1, 'east'), zone(2, 'west')],
    cloudpipes: ['81db556b-8aa5-427d-a95c-2a9a6972f630'],
    reservedIps: [],
    defaultRules: [
      { number: 1, protocol: 'icmp', fromPort: -1, toPort: -1, cidr: '0.0.0.0/0' },
      { number: 2, protocol: 'tcp', fromPort: 22, toPort: 22, cidr: '0.0.0.0/0' },
    ],
    coverage: 'off',
  };
}

function cell(
  name: string,
  type: 'child',
  rpcHost: string,
  ramFreeMb: number,
  diskFreeMb: number,
): Retired['cells'][0] {
  return { name, type, username: `nova_${name}`, rpcHost, rpcPort: 5672, ramFreeMb, diskFreeMb };
}

function zone(number: number, name: string): Retired['childZones'][0] {
  return {
    number,
    name,
    apiUrl: `http://${name}.example.com:8774/v1.1/`,
    capabilities: 'hypervisor=kvm',
    isActive: number === 1,
    weightOffset: 0,
    weightScale: number / 2,
  };
}
