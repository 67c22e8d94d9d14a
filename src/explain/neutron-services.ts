import type { Explained } from './resource.js';

/** What neutron's plug-ins serve, or served: load balancers, firewalls, VPN, BGP. */
export default [
  {
    name: 'load-balancer',
    aliases: 'lbaas-loadbalancer loadbalancer',
    printedBy: [
      'neutron lbaas-loadbalancer-list',
      'neutron lbaas-loadbalancer-show',
      'neutron lbaas-loadbalancer-list-on-agent',
    ],
    fields: `
vip_address: The address at which it listens.
vip_port_id: The port that has this address.
vip_subnet_id: The subnet of this address.
provisioning_status: Whether what was asked for is in place: ACTIVE, PENDING_CREATE, PENDING_UPDATE, PENDING_DELETE, ERROR.
operating_status: Whether it works: ONLINE, OFFLINE, DEGRADED, DISABLED, NO_MONITOR.
listeners: Its listeners.
pools: Its pools.
`,
  },
  {
    name: 'load-balancer-listener',
    aliases: 'lbaas-listener listener',
    printedBy: ['neutron lbaas-listener-list', 'neutron lbaas-listener-show'],
    fields: `
connection_limit: How many connections it takes at once; -1 for any number.
default_pool_id: The pool that has what no policy sends elsewhere.
default_tls_container_ref: The certificate with which it speaks TLS, in the key service.
sni_container_refs: Further certificates, by the name that is asked for.
l7policies: What is sent elsewhere.
loadbalancers: The load balancers that it is part of.
`,
  },
  {
    name: 'load-balancer-pool',
    aliases: 'lbaas-pool lb-pool',
    printedBy: [
      'neutron lbaas-pool-list',
      'neutron lbaas-pool-show',
      'neutron lb-pool-list',
      'neutron lb-pool-show',
      'neutron lb-pool-list-on-agent',
    ],
    fields: `
lb_algorithm [lb_method]: How members are chosen: ROUND_ROBIN, LEAST_CONNECTIONS or SOURCE_IP.
members: Its members.
healthmonitor_id: What checks its members.
health_monitors: What checks its members.
health_monitors_status: How these checks are, each.
session_persistence: How a client stays with its member.
listeners: The listeners that use it.
loadbalancers: The load balancers that it is part of.
vip_id: The address at which it listens.
`,
  },
  {
    name: 'load-balancer-vip',
    aliases: 'lb-vip',
    printedBy: ['neutron lb-vip-list', 'neutron lb-vip-show'],
    fields: `
address: The address at which it listens.
pool_id: The pool that has what comes.
connection_limit: How many connections it takes at once; -1 for any number.
session_persistence: How a client stays with its member.
`,
  },
  {
    name: 'load-balancer-member',
    aliases: 'lb-member lbaas-member',
    printedBy: [
      ...['neutron lb-member-list', 'neutron lb-member-show'],
      ...['neutron lbaas-member-list', 'neutron lbaas-member-show'],
    ],
    fields: `
address: The address of the server that does the work.
pool_id: The pool that it is in.
weight: Its share, among the weights of the others.
`,
  },
  {
    name: 'load-balancer-health-monitor',
    aliases: 'lbaas-healthmonitor lb-healthmonitor',
    printedBy: [
      ...['neutron lbaas-healthmonitor-list', 'neutron lbaas-healthmonitor-show'],
      ...['neutron lb-healthmonitor-list', 'neutron lb-healthmonitor-show'],
    ],
    fields: `
type: How members are checked: PING, TCP, HTTP or HTTPS.
delay: Seconds between checks.
timeout: Seconds after which a check has failed.
max_retries: Failed checks after which a member is out.
expected_codes: The HTTP codes of a member that is well.
http_method: The HTTP method that is sent.
url_path: The path that is asked for.
pools: The pools whose members it checks.
`,
  },
  {
    name: 'load-balancer-l7-policy',
    aliases: 'lbaas-l7policy l7policy',
    printedBy: ['neutron lbaas-l7policy-list', 'neutron lbaas-l7policy-show'],
    fields: `
action: REJECT, REDIRECT_TO_URL or REDIRECT_TO_POOL.
redirect_pool_id: The pool to which it sends.
redirect_url: The address to which it sends.
position: Its place among the policies of the listener: the first that matches counts.
listener_id: The listener that it is for.
rules: What must match.
`,
  },
  {
    name: 'load-balancer-l7-rule',
    aliases: 'lbaas-l7rule l7rule',
    printedBy: ['neutron lbaas-l7rule-list', 'neutron lbaas-l7rule-show'],
    fields: `
type: What is looked at: HOST_NAME, PATH, FILE_TYPE, HEADER or COOKIE.
compare_type: How: REGEX, STARTS_WITH, ENDS_WITH, CONTAINS or EQUAL_TO.
key: Which header or cookie.
value: What it is compared with.
invert: Whether it matches where the rest does not.
`,
  },
  {
    name: 'firewall',
    printedBy: ['neutron firewall-list', 'neutron firewall-show'],
    fields: `
firewall_policy_id: The policy that it enforces.
router_ids: The routers on which it does.
`,
  },
  {
    name: 'firewall-policy',
    printedBy: ['neutron firewall-policy-list', 'neutron firewall-policy-show'],
    fields: `
firewall_rules: Its rules, in the order in which they count.
audited: Whether somebody has looked at it since it was last changed.
`,
  },
  {
    name: 'firewall-rule',
    printedBy: ['neutron firewall-rule-list', 'neutron firewall-rule-show'],
    fields: `
summary: All of it in a line.
action: allow, deny or reject.
protocol: Of which packets: tcp, udp, icmp, ipv6-icmp, sctp or dccp; null for all.
firewall_policy_id: The policy that it is part of.
position: Its place in the policy.
source_ip_address: From where; null for anywhere.
source_port: From which ports.
destination_ip_address: To where; null for anywhere.
destination_port: To which ports.
`,
  },
  {
    name: 'vpn-service',
    printedBy: ['neutron vpn-service-list', 'neutron vpn-service-show'],
    fields: `
external_v4_ip: The address at which the other side reaches it.
external_v6_ip: The same for IPv6.
`,
  },
  {
    name: 'ipsec-site-connection',
    printedBy: ['neutron ipsec-site-connection-list', 'neutron ipsec-site-connection-show'],
    fields: `
peer_address: The other side's gateway.
peer_id: How the other side identifies itself.
peer_cidrs: The networks behind it.
peer_ep_group_id: The same, as an endpoint group.
local_ep_group_id: The networks on this side, as an endpoint group.
local_id: How this side identifies itself.
auth_mode: psk: by a key that both know.
psk: The key that both know.
initiator: bi-directional, or response-only: who begins.
route_mode: static.
mtu: The largest packet, in bytes.
dpd: What happens when the other side is gone.
ikepolicy_id: Its IKE policy.
ipsecpolicy_id: Its IPsec policy.
vpnservice_id: The VPN service that it is part of.
`,
  },
  {
    name: 'vpn-ike-policy',
    aliases: 'vpn-ikepolicy vpn-ipsecpolicy vpn-ipsec-policy',
    printedBy: [
      ...['neutron vpn-ikepolicy-list', 'neutron vpn-ikepolicy-show'],
      ...['neutron vpn-ipsecpolicy-list', 'neutron vpn-ipsecpolicy-show'],
    ],
    fields: `
auth_algorithm: The hash: sha1, sha256, sha384 or sha512; later releases have more.
encryption_algorithm: The cipher: 3des, aes-128, aes-192 or aes-256; later releases have more.
ike_version: v1 or v2.
pfs: The Diffie-Hellman group of perfect forward secrecy: group2, group5 or group14; later releases have more.
lifetime: How long a key is used.
phase1_negotiation_mode: main or aggressive.
encapsulation_mode: tunnel or transport.
transform_protocol: esp, ah or ah-esp.
`,
  },
  {
    name: 'vpn-endpoint-group',
    printedBy: ['neutron vpn-endpoint-group-list', 'neutron vpn-endpoint-group-show'],
    fields: `
type: What its endpoints are: subnet, cidr, network, router or vlan.
endpoints: The endpoints themselves.
`,
  },
  {
    name: 'bgp-peer',
    printedBy: ['neutron bgp-peer-list', 'neutron bgp-peer-show'],
    fields: `
peer_ip: The address of the other router.
remote_as: The number of its autonomous system.
auth_type: none or md5.
`,
  },
  {
    name: 'bgp-speaker',
    printedBy: [
      'neutron bgp-speaker-list',
      'neutron bgp-speaker-show',
      'neutron bgp-speaker-list-on-dragent',
      'neutron bgp-speaker-advertiseroute-list',
    ],
    fields: `
local_as: The number of this autonomous system.
advertise_floating_ip_host_routes: Whether each floating address is told.
advertise_tenant_networks: Whether networks behind routers are told.
networks: The external networks that it speaks for.
peers: Whom it talks to.
destination: The range of addresses that is told.
next_hop: The address to which its packets go.
`,
  },
] satisfies readonly Explained[];
