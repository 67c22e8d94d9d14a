import type { Examples } from '../../command/examples.js';

export default {
  words: {
    network: 'test01',
    'network-id': '3df67919-9600-4ea8-952e-2a7be6f70774',
    address: '192.0.2.1',
    'fixed-ip': '10.1.1.4',
    node: '1',
    zone: '1',
    'zone-id': '1',
    'cell-name': 'east',
    domain: 'cloud.example.com',
    volume: '866cb05e-5177-40ec-9847-b8bea3c5947c',
    'volume-id': '866cb05e-5177-40ec-9847-b8bea3c5947c',
    snapshot: 'backup-2013-02-20',
    size: '10',
    'project-id': '2725bbd458e2459a8c1bd36be859f43f',
    range: '192.0.2.0/29',
    'ip-proto': 'tcp',
    'from-port': '22',
    'to-port': '22',
    cidr: '10.0.0.0/8',
    'source-group': 'default',
    migration: '1',
    'network-label': 'lab',
    status: 'ERROR',
    'ip-address': '203.0.113.7',
    port: '1194',
  },
  lines: `
agent-delete: 1
agent-modify: 1 1.0.1 http://cloud.example.com/agents/xen-windows-1.0.1.zip 307a3de0897ea80cb1ad795383bab941
aggregate-add-host: xen c01.example.com
aggregate-create: rack1 | rack1 nova
aggregate-delete: rack1
aggregate-update: kvm --name kvm-old | kvm --availability-zone east
baremetal-interface-add: 1 fa:16:3e:00:00:01
baremetal-interface-remove: 2 fa:16:3e:28:44:81
baremetal-node-create: c05.example.com 8 16384 500 fa:16:3e:00:00:02
boot: web01 --image cirros-0.3.1-x86_64 --flavor m1.small | web01 --image cirros-0.3.1-x86_64 --flavor m1.small --poll
coverage-stop: | --debug
dns-create: 10.1.0.5 devstack cloud.example.com
dns-delete: cloud.example.com devstack
dns-list: cloud.example.com --ip 10.1.0.5 | cloud.example.com --name devstack
evacuate: monitor | monitor c03.example.com
flavor-access-add: m1.huge adam
flavor-access-list: --flavor m1.huge
flavor-access-remove: m1.huge adam
floating-ip-associate: monitor 192.0.2.1
floating-ip-disassociate: monitor 192.0.2.1
floating-ip-create: | nova
host-action: c01.example.com --action reboot | c01.example.com --action shutdown
host-update: c01.example.com --status disable | c01.example.com --maintenance enable
interface-detach: monitor a4122902-5bc2-4485-8b6e-749143902fd7
instance-action: devstack req-35ab4aff-1f79-4799-b2fa-93157a827ace
keypair-delete: ops
keypair-show: ops
list: --all-tenants --status ERROR | --fields name,status,networks -f csv
network-associate-host: 3df67919-9600-4ea8-952e-2a7be6f70774 c01.example.com
network-associate-project: 8283efb2-e53d-46e1-a6bd-bb2bdef9cb9a
network-create: lab --fixed-range-v4 10.9.0.0/24
network-delete: test02
network-disassociate: 3df67919-9600-4ea8-952e-2a7be6f70774
remove-fixed-ip: monitor 10.1.0.8
resize: monitor m1.large | monitor m1.large --poll
restore: 487be216-e5d8-4373-9427-ab6fac6da321
secgroup-add-rule: default tcp 443 443 10.0.0.0/8
secgroup-add-group-rule: nagios default tcp 22 22
secgroup-delete: nagios
secgroup-delete-rule: default tcp 443 443 10.0.0.0/8
secgroup-delete-group-rule: nagios default tcp 22 22
server-group-delete: 1c7d8c5e-6f0a-4e0e-9d7b-2f6f3a1b9c40
server-group-get: 1c7d8c5e-6f0a-4e0e-9d7b-2f6f3a1b9c40
service-delete: 7f3b83e2-24eb-431b-a435-d9b94d488ed1
service-disable: c01.example.com | c01.example.com --reason maintenance
service-enable: c01.example.com
service-force-down: 7f3b83e2-24eb-431b-a435-d9b94d488ed1 | 7f3b83e2-24eb-431b-a435-d9b94d488ed1 --unset
ssh: monitor | --login ubuntu monitor
start: old-db --all-tenants | 9b485699-6279-4b9c-96bc-c808af53ec73
tenant-network-create: lab 10.9.0.0/24
volume-create: 10 | 10 --display-name data
volume-delete: c4ff47fc-456c-4048-ba1a-0dee0509f491
volume-detach: f81cab48-37d3-418e-abba-29ee38f1d836 90de09fa-a9a8-414a-b5f0-add858e4afc2
volume-show: backup
volume-type-delete: 15cb5f70-3740-44b4-a5d0-76056ceec20b
volume-update: f81cab48-37d3-418e-abba-29ee38f1d836 90de09fa-a9a8-414a-b5f0-add858e4afc2 866cb05e-5177-40ec-9847-b8bea3c5947c
zone-boot: web01 --flavor 1 --image 2c2e33ef-24fb-4571-ac9c-8fe3aff7f464
`,
} satisfies Examples;
