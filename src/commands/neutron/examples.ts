import type { Examples } from '../../command/examples.js';

export default {
  words: {
    'address-scope': 'campus',
    agent: '2598be9b-1fc0-43ed-a81b-61b29721519c',
    'bgp-speaker': 'edge',
    'bgp-peer': 'provider',
    'bgp-dragent-id': '4d38c9b1-c38d-48ab-b713-81ead2ca209c',
    credential: '8602880e-565b-4545-aa72-29c327f4ef22',
    'network-profile': 'vlans',
    'policy-profile': 'default-pp',
    extension: 'router',
    'firewall-policy': 'edge',
    'firewall-rule': 'web',
    firewall: 'edge',
    'service-profile': '38e8d0c6-89d9-4c0d-8519-895abf33507d',
    flavor: 'balancer',
    floatingip: 'b0eaa94a-87d4-4078-ab65-9e5f8fb886df',
    'ipsec-site-connection': 'branch',
    'health-monitor': '93ad2982-2672-44f0-b239-6c2c5c9dddca',
    'lbaas-agent': '70fb51da-6f75-48d2-88e7-3e5bf2be95f3',
    pool: 'shop',
    member: 'web-1',
    vip: 'web',
    loadbalancer: 'shop',
    healthmonitor: 'shop',
    l7policy: 'admin',
    rule: 'f40257e0-203d-4216-8de7-92a232b34574',
    listener: 'shop-http',
    'metering-label-rule': 'd0d293b2-ee12-4304-938a-699051e5fe75',
    'metering-label': 'outgoing',
    'network-gateway': 'rack',
    'dhcp-agent': 'd3d8d1eb-cc24-4fcf-842d-4a1744e493b1',
    port: '09ea728c-8087-4d5d-9713-f181f2776063',
    'bandwidth-limit-rule': '321529e7-e354-4972-b087-dddfc41a3726',
    'dscp-marking-rule': '075494ed-df8d-4b54-a7c8-fd71824f5117',
    'minimum-bandwidth-rule': '957da784-5dc2-4568-ae7f-54881fa88a92',
    'qos-policy': 'bronze',
    policy: 'bronze',
    'qos-queue': 'gold',
    'rbac-policy': 'f14b5095-631b-4c62-963c-7259febb9900',
    'l3-agent': '2598be9b-1fc0-43ed-a81b-61b29721519c',
    'security-group-rule': '00c2f5f3-c62f-4c0a-a16d-6ffeb1d85e79',
    'security-group': 'nagios',
    subnetpool: 'campus',
    'endpoint-group': 'branch',
    ikepolicy: 'branch',
    ipsecpolicy: 'branch',
    vpnservice: 'branch',
  },
  lines: `
lb-agent-hosting-pool: web
lb-member-show: d9a89005-654f-4815-ac9d-ae85efe8ccc4
lb-pool-list-on-agent: 36710013-e587-45eb-a960-61b48dc6130a
lb-pool-show: web
lb-pool-stats: web
net-list-on-dhcp-agent: d3d8d1eb-cc24-4fcf-842d-4a1744e493b1
port-list: --network_id 2153c109-c493-40d6-88e5-1a79cce99ae5 | -c id -c fixed_ips
`,
} satisfies Examples;
