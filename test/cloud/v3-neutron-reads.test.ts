/** The read commands of neutron over Identity v3, against neutronclient 8.1. */
import { neutron81, zed } from './clouds.js';
import { sideBySide } from './side-by-side.js';

const cloud = await zed();

const unknown = '00000000-0000-4000-8000-000000000000';

// What the cloud has.
sideBySide(cloud, neutron81, [
  { run: 'net-list', finds: 'public' },
  { run: 'net-list', as: 'jtopjian', finds: 'public' },
  'net-list --name zz',
  'net-list --name zz -f csv',
  'net-list -D',
  'net-list -F id -F name',
  'net-list -P 1',
  'net-list -P x',
  'net-list --sort-key name --sort-dir desc',
  'net-list --sort-key nonsense',
  'net-list --sort-dir up',
  'net-list --shared True',
  'net-list --admin-state-up maybe',
  'net-list --router:external True',
  'net-list --sort-column name --sort-descending',
  'net-list -- --name=public',
  ...['csv', 'json', 'value', 'yaml'].flatMap((form) => [
    `net-list -f ${form}`,
    ...(form === 'csv' ? [] : [`net-show public -f ${form}`]),
    `port-list -f ${form}`,
    `security-group-list -f ${form}`,
  ]),
  'net-list -c name -c nope -c id -f json',
  'net-list -c nope',
  { run: 'net-external-list', finds: 'public' },
  { run: 'net-show public', finds: 'router:external' },
  { run: 'net-show public', as: 'jtopjian' },
  'net-show public -F name -F id',
  'net-show public -c nope',
  'net-show nope',
  'net-show café',
  `net-show ${unknown}`,
  'net-show',
  { run: 'subnet-list', finds: 'start' },
  'subnet-list -c dns_nameservers -c name',
  'subnet-list --cidr 10.1.0.0/24',
  'subnet-show nope',
  { run: 'port-list', finds: 'ip_address' },
  { run: 'port-list', as: 'jtopjian' },
  'port-list --device_owner=',
  'port-list --device-owner network:router_gateway',
  'port-list --admin_state_up type=bool true',
  'port-list --id 1 2',
  'port-list --fixed_ips type=dict list=true subnet_id=x',
  'port-list --x type=foo 1',
  'port-list --a 1 --a 2',
  'port-list word',
  'port-list --nonsense x',
  'port-list -c id -c device_owner',
  `port-show ${unknown}`,
  'router-list',
  'router-show nope',
  'router-port-list nope',
  'floatingip-list',
  'floatingip-show nope',
  { run: 'security-group-list', finds: 'default' },
  { run: 'security-group-list', as: 'jtopjian' },
  { run: 'security-group-show default', as: 'jtopjian', finds: 'default' },
  { run: 'security-group-rule-list', finds: 'ingress' },
  'security-group-rule-list --no-nameconv',
  'security-group-rule-list -f json -P 5',
  'security-group-rule-list -F id -F remote -F security_group',
  'security-group-rule-list -c id -c remote',
  { run: 'security-group-show default', hint: /^[0-9a-f-]{36}\n/ },
  'security-group-rule-show nope',
  'subnetpool-list',
  'subnetpool-show nope',
  'address-scope-list',
  'address-scope-show nope',
  'rbac-list',
  'rbac-show nope',
  'agent-list -c id -c host -c alive',
  { run: 'agent-list', as: 'jtopjian' },
  'agent-show nope',
  'dhcp-agent-list-hosting-net public',
  'net-list-on-dhcp-agent nope',
  'l3-agent-list-hosting-router nope',
  'router-list-on-l3-agent nope',
  'availability-zone-list',
  { run: 'ext-list', finds: 'router' },
  { run: 'ext-show router', finds: 'router' },
  {
    run: 'ext-show nope',
    stderr: {
      is: /^The resource could not be found\.<br \/><br \/> Extension with alias nope does not exist\n/,
      because: 'what a server says is one line',
    },
  },
  'net-ip-availability-list',
  'net-ip-availability-show public',
  'net-ip-availability-show nope',
  'quota-list',
  { run: 'quota-show', finds: 'floatingip' },
  { run: 'quota-show', as: 'jtopjian' },
  'quota-show --tenant-id {project:jtopjian}',
  'quota-default-show',
  'auto-allocated-topology-show',
  'flavor-list',
  'flavor-show nope',
  'flavor-profile-list',
  'flavor-profile-show nope',
  'service-provider-list',
  'qos-available-rule-types',
]);

// What it does not serve is said as the peer says it.
const unserved = ['bgp-peer', 'bgp-speaker', 'firewall', 'firewall-policy', 'firewall-rule', 'ipsec-site-connection']
  .concat(['lb-healthmonitor', 'lb-member', 'lb-pool', 'lb-vip', 'lbaas-healthmonitor', 'lbaas-l7policy'])
  .concat(['lbaas-listener', 'lbaas-loadbalancer', 'lbaas-pool', 'meter-label', 'meter-label-rule', 'qos-policy'])
  .concat(['vpn-endpoint-group', 'vpn-ikepolicy', 'vpn-ipsecpolicy', 'vpn-service']);
sideBySide(
  cloud,
  neutron81,
  unserved.flatMap((noun) => [`${noun}-list`, `${noun}-show nope`]),
);
sideBySide(cloud, neutron81, [
  'qos-bandwidth-limit-rule-list nope',
  'qos-dscp-marking-rule-show nope nope',
  'lbaas-member-list nope',
  'lbaas-l7rule-show nope nope',
  'lb-pool-stats nope',
  'lbaas-loadbalancer-status nope',
  'lb-agent-hosting-pool nope',
  'bgp-speaker-advertiseroute-list nope',
]);

// What comes before a command.
sideBySide(cloud, neutron81, [
  'nosuch x',
  { run: 'net-show public', env: { OS_AUTH_URL: undefined } },
  { run: 'net-show public', env: { OS_PASSWORD: 'wrong' } },
  {
    run: 'net-show public',
    env: { OS_REGION_NAME: 'nowhere' },
    stderr: {
      is: /^publicURL endpoint for network service in nowhere region not found\n/,
      because: 'the interface has the name that the catalogs of v2.0 give it',
    },
  },
]);
