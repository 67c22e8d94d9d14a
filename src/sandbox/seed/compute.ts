import { hexId } from '../ids.js';
import type { AgentBuild, Aggregate, ComputeService, Flavor, Hypervisor, Keypair } from '../world.js';
import { userId } from './identity.js';

export const controller = 'cloud.example.com';

/** m1.small was made anew at some time: the guide's `nova show` prints `m1.small (6)`. */
export function flavors(): Flavor[] {
  const flavor = (id: string, name: string, ram: number, disk: number, vcpus: number): Flavor => ({
    id,
    name,
    ram,
    disk,
    vcpus,
    ephemeral: 0,
    swap: 0,
    isPublic: true,
    extraSpecs: {},
  });
  return [
    flavor('1', 'm1.tiny', 512, 1, 1),
    flavor('3', 'm1.medium', 4096, 40, 2),
    flavor('4', 'm1.large', 8192, 80, 4),
    flavor('5', 'm1.xlarge', 16384, 160, 8),
    flavor('6', 'm1.small', 2048, 20, 1),
  ];
}

/** Public keys that some users have put there. */
export function keypairs(): Keypair[] {
  const pair = (name: string, owner: string): Keypair => ({
    name,
    userId: userId(owner),
    fingerprint: (hexId('fingerprint', name).match(/../g) ?? []).join(':'),
    publicKey: `ssh-rsa ${Buffer.from(hexId('key', name).repeat(8)).toString('base64')} ${owner}@${controller}\n`,
    created: '2013-01-15T09:30:00.000000',
  });
  return [
    pair('jtopjian-sandbox', 'jtopjian'),
    pair('lorin-key', 'lorin'),
    pair('everett-key', 'everett'),
    pair('anne-key', 'anne'),
    pair('tom-key', 'tom'),
    pair('adam-key', 'adam'),
    pair('ops', 'admin'),
    pair('test-key', 'test-user'),
  ];
}

/** The rows of the guide's `nova-manage service list`, with its times; the numbers are those of the database. */
export function computeServices(): ComputeService[] {
  const row = (number: number, binary: string, host: string, zone: string, time: string): ComputeService => ({
    number,
    binary,
    host,
    zone,
    enabled: true,
    up: true,
    updated: `2013-02-25T${time}.000000`,
    disabledReason: null,
  });
  return [
    row(1, 'nova-cert', controller, 'nova', '19:32:38'),
    row(5, 'nova-compute', 'c01.example.com', 'nova', '19:32:35'),
    row(6, 'nova-compute', 'c02.example.com', 'nova', '19:32:32'),
    row(7, 'nova-compute', 'c03.example.com', 'nova', '19:32:36'),
    row(8, 'nova-compute', 'c04.example.com', 'nova', '19:32:32'),
    row(9, 'nova-compute', 'c05.example.com', 'nova', '19:32:41'),
    row(2, 'nova-consoleauth', controller, 'nova', '19:32:36'),
    row(3, 'nova-network', controller, 'nova', '19:32:32'),
    row(4, 'nova-scheduler', controller, 'nova', '19:32:33'),
  ];
}

/** c05 runs Xen, for the guide's first example of diagnostics; the others run KVM. */
export function hypervisors(): Hypervisor[] {
  return ['c01', 'c02', 'c03', 'c04', 'c05'].map((name, at) => ({
    number: at + 1,
    host: `${name}.example.com`,
    type: name === 'c05' ? 'xen' : 'QEMU',
    version: name === 'c05' ? 6000000 : 1002000,
    ip: `10.0.0.${at + 11}`,
    vcpus: 24,
    memoryMb: 96677,
    localGb: 1800,
  }));
}

/** Sets of hosts. */
export function aggregates(): Aggregate[] {
  const aggregate = (number: number, name: string, hosts: string[]): Aggregate => ({
    number,
    name,
    availabilityZone: 'nova',
    hosts: hosts.map((host) => `${host}.example.com`),
    metadata: { availability_zone: 'nova' },
    created: '2013-01-12T09:00:00.000000',
  });
  return [aggregate(1, 'kvm', ['c01', 'c02', 'c03', 'c04']), aggregate(2, 'xen', ['c05'])];
}

/** One build, for the only hypervisor that had agents. */
export function agents(): AgentBuild[] {
  const version = '1.0.0';
  const url = `http://cloud.example.com/agents/xen-windows-${version}.zip`;
  const of = { number: 1, hypervisor: 'xen', os: 'windows', architecture: 'x86_64' };
  return [{ ...of, version, md5hash: hexId('agent', version), url }];
}
