import { hexId, mac, uuid } from '../ids.js';
import type { Address, Server } from '../world.js';
import { imageId } from './compute.js';
import { tenantId, userId } from './identity.js';

type Row = Pick<Server, 'number' | 'name' | 'created'> & {
  owner: string;
  /** The tenant, where it is not named like the owner. */
  tenant?: string;
  image: string;
  /** `network=fixed, floating:address; network=…`. */
  networks: string;
} & Partial<Server>;

const ubuntu = 'Ubuntu 12.04 cloudimg amd64';

/** Reads the short form of a server's networks; it is the guide's own text with floating addresses marked. */
function addresses(text: string, server: string): Address[] {
  return text
    .split('; ')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [network = '', list = ''] = part.split('=');
      return list.split(', ').map((item): Address => {
        const floating = item.startsWith('floating:');
        const addr = floating ? item.slice('floating:'.length) : item;
        return {
          network,
          version: addr.includes(':') ? 6 : 4,
          addr,
          type: floating ? 'floating' : 'fixed',
          mac: mac(server, network),
        };
      });
    });
}

/** A complete server of its few telling words; what is not said is as on a freshly booted one. */
export function server(row: Row): Server {
  const { owner, tenant = owner, image, networks, ...given } = row;
  const later = new Date(Date.parse(row.created) + 23_000).toISOString();
  const running = (given.vmState ?? 'active') === 'active';
  return {
    id: uuid('server', tenant, row.name, row.number),
    tenantId: tenantId(tenant),
    userId: userId(owner),
    vmState: 'active',
    taskState: null,
    powerState: running ? 1 : 4,
    host: null,
    flavorId: '6',
    imageId: image === '' ? null : imageId(image),
    keyName: null,
    updated: later.replace('.000Z', 'Z'),
    launched: given.host === undefined ? null : later.replace('Z', '000'),
    terminated: null,
    deleted: false,
    addresses: addresses(networks, `${tenant}/${row.name}/${row.number}`),
    metadata: {},
    securityGroups: given.host === undefined ? [] : ['default'],
    availabilityZone: given.host === undefined ? '' : 'nova',
    configDrive: '',
    progress: 0,
    hostname: row.name
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]+/g, '-')
      .replaceAll(/^-+|-+$/g, ''),
    rootDevice: given.host === undefined ? null : '/dev/vda',
    reservationId: `r-${hexId('reservation', row.number).slice(0, 8)}`,
    description: null,
    tags: [],
    locked: false,
    lockedReason: null,
    volumes: [],
    serverGroups: [],
    ...given,
  };
}

/** The seven servers of the guide's `nova list --all-tenants`; `devstack` with all the values of its `nova show`. */
function guideServers(): Server[] {
  return [
    server({
      number: 0x12,
      name: 'Windows',
      owner: 'everett',
      image: 'Windows 2008 R2',
      networks: 'novanetwork_1=10.1.1.3, floating:199.116.232.39',
      host: 'c05.example.com',
      flavorId: '4',
      keyName: 'everett-key',
      rootDevice: '/dev/xvda',
      created: '2013-01-23T18:11:02Z',
    }),
    server({
      number: 0x20,
      name: 'cloud controller',
      owner: 'jtopjian',
      image: ubuntu,
      networks: 'novanetwork_0=10.1.0.6; jtopjian=10.1.2.3',
      host: 'c01.example.com',
      flavorId: '3',
      keyName: 'jtopjian-sandbox',
      created: '2013-02-08T16:40:12Z',
    }),
    server({
      number: 0x21,
      name: 'compute node 1',
      owner: 'jtopjian',
      image: ubuntu,
      networks: 'novanetwork_0=10.1.0.4; jtopjian=10.1.2.4',
      host: 'c03.example.com',
      flavorId: '4',
      keyName: 'jtopjian-sandbox',
      created: '2013-02-08T16:41:55Z',
    }),
    server({
      number: 0x1c,
      name: 'devbox',
      owner: 'anne',
      image: ubuntu,
      networks: 'novanetwork_0=10.1.0.3',
      host: 'c01.example.com',
      keyName: 'anne-key',
      created: '2013-02-04T09:15:44Z',
    }),
    server({
      number: 0x29,
      id: '81db556b-8aa5-427d-a95c-2a9a6972f630',
      name: 'devstack',
      owner: 'jtopjian',
      image: ubuntu,
      networks: 'novanetwork_0=10.1.0.5',
      host: 'c02.example.com',
      keyName: 'jtopjian-sandbox',
      created: '2013-02-13T20:08:36Z',
    }),
    server({
      number: 0x0a,
      name: 'initial',
      owner: 'lorin',
      image: ubuntu,
      networks: 'nova_network=10.1.7.4, 10.1.8.4',
      host: 'c04.example.com',
      keyName: 'lorin-key',
      created: '2013-01-16T13:20:09Z',
    }),
    server({
      number: 0x0b,
      name: 'lorin-head',
      owner: 'lorin',
      image: ubuntu,
      networks: 'nova_network=10.1.7.3, 10.1.8.3',
      host: 'c04.example.com',
      flavorId: '3',
      keyName: 'lorin-key',
      created: '2013-01-16T13:22:40Z',
    }),
  ];
}

/** Servers that a guide leaves out and an administrator meets: broken, stopped, of one name, of other scripts. */
function otherServers(): Server[] {
  return [
    server({
      number: 0x2b,
      name: 'batch-02',
      owner: 'tom',
      image: 'CentOS 6.3 x86_64',
      networks: '',
      vmState: 'error',
      powerState: 0,
      flavorId: '5',
      keyName: 'tom-key',
      created: '2013-02-19T07:58:01Z',
      updated: '2013-02-19T07:58:02Z',
      fault: {
        code: 500,
        message: 'No valid host was found. ',
        details:
          'Traceback (most recent call last):\n' +
          '  File "/usr/lib/python2.7/dist-packages/nova/scheduler/manager.py", line 98, in run_instance\n' +
          '    return self.driver.schedule_run_instance(context, request_spec)\n' +
          'NoValidHost: No valid host was found. \n',
        created: '2013-02-19T07:58:02Z',
      },
    }),
    server({
      number: 0x2a,
      name: 'batch-01',
      owner: 'tom',
      image: 'CentOS 6.3 x86_64',
      networks: 'novanetwork_1=10.1.1.7',
      host: 'c03.example.com',
      flavorId: '5',
      keyName: 'tom-key',
      locked: true,
      lockedReason: 'nightly run, ask tom',
      created: '2013-02-19T07:51:30Z',
    }),
    server({
      number: 0x15,
      name: 'old-db',
      owner: 'alvaro',
      image: ubuntu,
      networks: 'novanetwork_1=10.1.1.4',
      host: 'c02.example.com',
      flavorId: '4',
      vmState: 'stopped',
      created: '2013-01-28T11:00:17Z',
      updated: '2013-02-20T22:14:05Z',
    }),
    server({
      number: 0x16,
      name: 'monitor',
      owner: 'admin',
      image: ubuntu,
      networks: 'novanetwork_0=10.1.0.8, floating:199.116.232.40',
      host: 'c01.example.com',
      keyName: 'ops',
      metadata: { role: 'nagios' },
      tags: ['ops', 'production'],
      description: 'watches the others',
      created: '2013-01-29T08:12:00Z',
    }),
    server({
      number: 0x24,
      name: 'twin',
      owner: 'admin',
      image: 'cirros-0.3.1-x86_64',
      networks: 'novanetwork_0=10.1.0.9',
      host: 'c02.example.com',
      flavorId: '1',
      keyName: 'ops',
      tags: ['ops'],
      created: '2013-02-11T10:00:00Z',
    }),
    server({
      number: 0x25,
      name: 'twin',
      owner: 'admin',
      image: 'cirros-0.3.1-x86_64',
      networks: 'novanetwork_1=10.1.1.9',
      host: 'c03.example.com',
      flavorId: '1',
      keyName: 'ops',
      created: '2013-02-11T10:00:02Z',
    }),
    server({
      number: 0x26,
      name: 'test',
      owner: 'adam',
      image: 'Ubuntu 12.10 cloudimg amd64',
      networks: 'novanetwork_0=10.1.0.11',
      host: 'c04.example.com',
      flavorId: '1',
      keyName: 'adam-key',
      created: '2013-02-12T15:31:22Z',
    }),
    server({
      number: 0x27,
      name: 'test',
      owner: 'rhulsker',
      image: 'Ubuntu 12.10 cloudimg amd64',
      networks: 'novanetwork_1=10.1.1.12',
      host: 'c02.example.com',
      flavorId: '1',
      vmState: 'paused',
      powerState: 3,
      created: '2013-02-12T19:02:48Z',
    }),
    server({
      number: 0x28,
      name: 'café-東京',
      owner: 'anne',
      image: ubuntu,
      networks: 'novanetwork_1=10.1.1.14, fd00:1:1::e',
      host: 'c05.example.com',
      keyName: 'anne-key',
      created: '2013-02-13T09:09:09Z',
    }),
    server({
      number: 0x2c,
      name: 'sandbox',
      owner: 'test-user',
      tenant: 'test-project',
      image: 'cirros-0.3.1-x86_64',
      networks: 'novanetwork_0=10.1.0.13',
      host: 'c03.example.com',
      flavorId: '1',
      keyName: 'test-key',
      created: '2013-02-21T12:00:00Z',
    }),
    server({
      number: 0x18,
      name: 'devstack-old',
      owner: 'jtopjian',
      image: ubuntu,
      networks: '',
      host: 'c02.example.com',
      vmState: 'deleted',
      deleted: true,
      powerState: 0,
      created: '2013-01-30T17:00:00Z',
      updated: '2013-02-13T20:07:11Z',
      terminated: '2013-02-13T20:07:10.000000',
    }),
  ];
}

export function servers(): Server[] {
  return [...guideServers(), ...otherServers()];
}
