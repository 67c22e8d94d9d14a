import type { Examples } from '../../command/examples.js';

export default {
  words: {
    'ec2-id': 'devstack',
    host: 'c01.example.com',
    service: 'nova-compute',
    name: 'm1.small',
  },
  lines: `
agent delete: --os windows --architecture x86_64
agent modify: --os windows --architecture x86_64 --version 1.0.1 --url http://images.example.com/agent.zip --md5hash 307a3de0897ea80cb1ad795383bab941
cell create: --name north | --name north --cell_type parent
cell delete: --cell_name west
fixed reserve: --address 10.1.1.4
fixed unreserve: --address 10.1.1.4
flavor create: --name m1.huge --memory 65536 --cpu 16 --root_gb 80 | --name m1.huge --memory 65536 --cpu 16 --root_gb 80 --swap 1024
flavor delete: --name m1.small
flavor list: | --name m1.small
flavor set_key: --name m1.small --key hw:cpu_policy --value dedicated
flavor unset_key: --name m1.small --key hw:cpu_policy
floating create: --ip_range 192.0.2.0/29 | --ip_range 192.0.2.0/29 --pool nova
floating delete: --ip_range 192.0.2.0/29
network create: --label lab --fixed_range_v4 10.9.0.0/24
network delete: --fixed_range 10.1.1.0/24
network modify: --fixed_range 10.1.1.0/24 --disassociate-host
project scrub: --project 2725bbd458e2459a8c1bd36be859f43f
service describe_resource: --host c01.example.com
vm block_migration: --ec2_id devstack --dest c03.example.com
vm live_migration: --ec2_id devstack --dest c03.example.com
vpn change: --project admin --ip 192.0.2.9 --port 1000
`,
} satisfies Examples;
