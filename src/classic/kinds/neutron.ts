import type { Kinds } from '../client.js';

export default {
  'Networks and subnets': ['net', 'subnet', 'address-scope', 'auto-allocated'],
  'Ports and addresses': ['port', 'floatingip'],
  Routers: ['router'],
  'Security groups': ['security-group', 'rbac'],
  Agents: ['agent', 'dhcp-agent', 'l3-agent', 'availability-zone', 'net-list-on', 'router-list-on'],
  'Quality of service': ['qos', 'queue'],
  'Load balancers': ['lbaas', 'lb-'],
  Firewalls: ['firewall'],
  VPN: ['vpn', 'ipsec'],
  BGP: ['bgp'],
  'Meters, flavors and providers': ['meter', 'flavor', 'service-provider'],
  'Cisco and gateways': ['cisco', 'net-gateway'],
  'Quotas and the API': ['quota', 'ext'],
} satisfies Kinds;
