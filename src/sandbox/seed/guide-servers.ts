import type { Server } from '../world.js';
import { server } from './server.js';

const ubuntu = 'Ubuntu 12.04 cloudimg amd64';

/** The seven servers of the guide's `nova list --all-tenants`; `devstack` with all the values of its `nova show`. */
export function guideServers(): Server[] {
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
