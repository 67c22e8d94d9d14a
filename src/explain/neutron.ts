import type { Explained } from './resource.js';

export default [
  {
    name: 'network',
    aliases: 'net',
    printedBy: [
      'neutron net-list',
      'neutron net-show',
      'neutron net-external-list',
      'nova network-list',
      'neutron net-list-on-dhcp-agent',
    ],
    fields: `
status: ACTIVE, DOWN, BUILD or ERROR.
subnets: The subnets on it; in lists with their address ranges.
label: Its name, as nova called it.
cidr: The range of its IPv4 addresses, where nova itself kept networks.
router:external: Whether routers use it as their way out, and floating addresses come from it.
provider:network_type: How it is carried: flat, vlan, vxlan, gre, geneve or local; for administrators.
provider:physical_network: The physical network that carries it, for flat and vlan.
provider:segmentation_id: Its number there: the VLAN, or the VNI of a tunnel.
mtu: The largest packet, in bytes, that ports on it can send.
port_security_enabled: Whether new ports on it filter addresses and take security groups.
ipv4_address_scope: The address scope of its IPv4 subnets.
ipv6_address_scope: The same for IPv6.
is_default: Whether auto-allocated topologies use it as external network.
dns_domain: The domain for the names of its ports in an external DNS service.
vlan_transparent: Whether tagged packets pass.
l2_adjacency: Whether all ports on it reach one another without a router.
segments: Its parts, where it has several.
`,
  },
  {
    name: 'subnet',
    printedBy: ['neutron subnet-list', 'neutron subnet-show'],
    fields: `
cidr: The range of its addresses.
allocation_pools: The parts of the range from which ports are given addresses.
gateway_ip: The address of the router, which ports are told; null for none.
enable_dhcp: Whether neutron answers DHCP on it.
dns_nameservers: The DNS servers that ports are told.
host_routes: Routes that ports are told.
ipv6_address_mode: How ports get IPv6 addresses: slaac, dhcpv6-stateful or dhcpv6-stateless.
ipv6_ra_mode: What neutron's router announces of that: slaac, dhcpv6-stateful or dhcpv6-stateless; null where another router does.
subnetpool_id: The pool that its range was taken from.
segment_id: The segment of the network that it is on.
service_types: What its addresses are for, by device owners; empty for everything.
dns_publish_fixed_ip: Whether fixed addresses are published in DNS.
`,
  },
  {
    name: 'port',
    printedBy: ['neutron port-list', 'neutron port-show', 'neutron router-port-list'],
    fields: `
status: ACTIVE (wired), DOWN, BUILD, ERROR; N/A: of a floating address, which is not wired.
mac_address: Its MAC address.
fixed_ips: Its addresses, each with its subnet.
device_id: What uses it: a server, a router, a DHCP server.
device_owner: The kind of that: compute:nova, network:router_interface, network:router_interface_distributed, network:ha_router_replicated_interface, network:router_ha_interface, network:router_centralized_snat, network:router_gateway, network:floatingip_agent_gateway, network:floatingip, network:dhcp, network:local_ip, network:routed, network:distributed, neutron:LOADBALANCER, neutron:LOADBALANCERV2 and so on; empty if it is free.
binding:host_id: The host on which it is plugged; for administrators.
binding:vif_type: How it is plugged there: ovs, bridge, tap, macvtap, vhostuser, agilio_ovs, hw_veb, hostdev_physical, other; distributed: on several hosts; unbound: nowhere yet; binding_failed: no driver could.
binding:vnic_type: What kind of interface is asked for: normal, direct, macvtap, baremetal, direct-physical, virtio-forwarder, smart-nic, vdpa, accelerator-direct, accelerator-direct-physical, remote-managed.
binding:vif_details: What the host must know to plug it.
binding:profile: What the hypervisor or hardware was told, such as the PCI device.
allowed_address_pairs: Further addresses that it may send from.
extra_dhcp_opts: Further DHCP options that it is told.
security_groups: Its security groups, by id.
port_security_enabled: Whether addresses are filtered and security groups count.
dns_name: Its name in DNS.
dns_domain: Its domain there.
dns_assignment: Its names, with their addresses.
ip_allocation: immediate, deferred (until it is bound) or none.
propagate_uplink_status: Whether a virtual function follows the state of the physical link.
resource_request: What placement is asked for, such as bandwidth.
trunk_details: Its sub-ports, if it is the parent of a trunk.
numa_affinity_policy: required, preferred or legacy: how near to the server's memory its device must be.
hardware_offload_type: What the interface does instead of the host: switchdev.
`,
  },
  {
    name: 'router',
    printedBy: ['neutron router-list', 'neutron router-show', 'neutron router-list-on-l3-agent'],
    fields: `
status: ACTIVE, ALLOCATING or ERROR.
external_gateway_info: The external network to which it leads, its addresses there, and whether it translates them (enable_snat).
routes: Further routes, by destination and next hop.
distributed: Whether each compute host routes for its own servers (DVR).
ha: Whether several agents stand by for it (VRRP).
flavor_id: The flavor that chooses who carries it out.
enable_ndp_proxy: Whether it answers for IPv6 addresses behind it.
conntrack_helpers: Connection trackers for protocols with several connections.
`,
  },
  {
    name: 'floating-ip',
    aliases: 'floatingip',
    printedBy: [
      'neutron floatingip-list',
      'neutron floatingip-show',
      'nova floating-ip-list',
      'nova floating-ip-bulk-list',
    ],
    fields: `
status: ACTIVE (it leads to a port), DOWN or ERROR.
floating_ip_address [IP, address]: The address outside.
fixed_ip_address [Fixed IP]: The address that it leads to; null if it leads nowhere.
port_id: The port that it leads to; null if it leads nowhere.
floating_network_id: The external network that it comes from.
router_id: The router that translates it.
server_id [Server Id, instance_uuid]: The server that it leads to, as nova knew it.
pool: The external network that it comes from, by name.
interface: The device of the host that carried it, where nova itself did.
dns_name: Its name in DNS.
dns_domain: Its domain there.
port_details: What is known of the port.
port_forwardings: Ports of it that lead to several servers.
`,
  },
  {
    name: 'security-group',
    aliases: 'secgroup',
    printedBy: [
      'neutron security-group-list',
      'neutron security-group-show',
      'nova secgroup-list',
      'nova list-secgroup',
    ],
    fields: `
security_group_rules: What it lets pass; all else is dropped, and answers to what passed are let through.
stateful: Whether answers are let through without a rule of their own.
`,
  },
  {
    name: 'security-group-rule',
    printedBy: [
      'neutron security-group-rule-list',
      'neutron security-group-rule-show',
      'nova secgroup-list-default-rules',
    ],
    fields: `
security_group [security_group_id]: The group that it is part of.
ethertype: IPv4 or IPv6.
protocol [IP Protocol]: tcp, udp, icmp, another name or number; null for all.
port/protocol: The protocol and its ports, together; any for all.
port_range_min [From Port]: The first port, or the type of ICMP; null for all.
port_range_max [To Port]: The last port, or the code of ICMP.
remote: Who may talk, together: a range, a group, or any.
remote_ip_prefix [IP Range]: The range of addresses that may talk.
normalized_cidr: The same range, written as neutron uses it.
remote_group_id [remote_group]: The group whose ports may talk.
remote_address_group_id: The group of addresses that may talk.
`,
  },
  {
    name: 'network-agent',
    aliases: 'agent',
    printedBy: [
      'neutron agent-list',
      'neutron agent-show',
      'neutron bgp-dragent-list-hosting-speaker',
      'neutron dhcp-agent-list-hosting-net',
      'neutron l3-agent-list-hosting-router',
      'neutron lb-agent-hosting-pool',
      'neutron lbaas-agent-hosting-loadbalancer',
    ],
    fields: `
agent_type: Open vSwitch agent, L3 agent, DHCP agent, Metadata agent, OVN Controller agent and so on.
alive: :-) or true: it has reported within agent_down_time (75 s unless configured); xxx or false: it has not.
admin_state_up: Whether new networks and routers are given to it.
availability_zone: The zone that it serves.
configurations: What it says of its own settings and load.
heartbeat_timestamp: When it last reported, in UTC.
started_at: When it was started.
topic: The queue on which it listens.
resources_synced: Whether placement knows its bandwidth; null where it has none to tell.
resource_versions: The versions of objects that it understands.
`,
  },
  {
    name: 'subnet-pool',
    aliases: 'subnetpool',
    printedBy: ['neutron subnetpool-list', 'neutron subnetpool-show'],
    fields: `
prefixes: The ranges from which subnets are taken.
default_prefixlen: How large a subnet is where nothing is asked for: 26 for a /26.
min_prefixlen: The largest that may be asked for.
max_prefixlen: The smallest that may be asked for.
default_quota: How much a project may take.
address_scope_id: The scope within which its addresses are unique.
`,
  },
  {
    name: 'address-scope',
    printedBy: ['neutron address-scope-list', 'neutron address-scope-show'],
    fields: '',
  },
  {
    name: 'auto-allocated-topology',
    printedBy: ['neutron auto-allocated-topology-show'],
    fields: `
id: The network that was made for the project.
`,
  },
  {
    name: 'ip-availability',
    aliases: 'net-ip-availability',
    printedBy: ['neutron net-ip-availability-list', 'neutron net-ip-availability-show'],
    fields: `
network_name: The network's name.
total_ips: Addresses that its subnets have for ports.
used_ips: Addresses that are taken.
subnet_ip_availability: The same for each subnet.
`,
  },
] satisfies readonly Explained[];
