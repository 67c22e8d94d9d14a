import type { Explained } from './resource.js';

/** What nova had in its first years: no cloud of today has it. */
export default [
  {
    name: 'baremetal-node',
    aliases: 'baremetal-interface',
    printedBy: ['nova baremetal-node-list', 'nova baremetal-node-show', 'nova baremetal-interface-list'],
    fields: `
service_host: The nova-compute that looks after it.
task_state: What is being done to it.
cpus [CPUs]: CPUs.
memory_mb [Memory_MB]: Memory, in MiB.
local_gb [Disk_GB]: Disk, in GiB.
pm_address [PM Address]: The address by which its power is switched.
pm_user [PM Username]: The user name for that.
pm_password [PM Password]: The password for that, which the API does not tell.
terminal_port [Terminal Port]: The port of its console.
instance_uuid: The server that is on it.
interfaces [MAC Address]: Its interfaces.
address [Address]: The MAC address.
datapath_id [Datapath_ID]: The switch, in OpenFlow.
port_no [Port_No]: The port of the switch.
`,
  },
  {
    name: 'cell',
    printedBy: ['nova cell-show', 'nova cell-capacities', 'nova-manage cell list'],
    fields: `
type [Type]: parent or child.
username [Username]: The user with whom its message queue is reached.
rpc_host [Hostname]: The host of its message queue.
rpc_port [Port]: The port of it.
vhost [VHost]: The virtual host of it.
ram: Of each size of memory that a flavor asks for, for how many servers there is room; and the total, in MiB.
disk: The same of disk.
*: Of a size of memory or disk, in MiB, for how many servers of it there is room.
`,
  },
  {
    name: 'cloudpipe',
    printedBy: ['nova cloudpipe-list'],
    fields: `
public_ip [Public IP]: The address of the project's VPN; empty while there is none.
public_port [Public Port]: The port of it.
internal_ip [Internal IP]: The address of the server that is the VPN.
`,
  },
  {
    name: 'dns-domain',
    aliases: 'dns-entry dns',
    printedBy: ['nova dns-domains', 'nova dns-list'],
    fields: `
domain: The domain.
scope: public: for floating addresses; private: for the fixed ones of an availability zone.
project: The project of a public one.
ip: The address that the name leads to.
name: The name in the domain.
`,
  },
  {
    name: 'fixed-ip',
    printedBy: ['nova fixed-ip-get', 'nova-manage fixed list'],
    fields: `
address [IP address]: The address.
cidr [network]: The range of its network.
hostname: The name of the server that has it.
host: The compute host of that server.
reserved since 2.4: Whether it is kept back from servers.
`,
  },
  {
    name: 'fixed-network',
    aliases: 'nova-network tenant-network',
    printedBy: [
      'nova network-show',
      'nova tenant-network-list',
      'nova tenant-network-show',
      'nova-manage network list',
    ],
    fields: `
label [Label]: Its name.
cidr [IPv4]: The range of its IPv4 addresses.
cidr_v6 [IPv6]: The range of its IPv6 addresses.
netmask: The mask of the IPv4 range.
netmask_v6: The length of the IPv6 prefix.
gateway: The router's IPv4 address.
gateway_v6: The router's IPv6 address.
broadcast: The broadcast address.
dhcp_start [start address]: The first address that servers are given.
dhcp_server: The address of its DHCP server.
dns1 [DNS1]: The first DNS server that servers are told.
dns2 [DNS2]: The second one.
vlan [VlanID]: Its VLAN.
bridge: The bridge on the hosts.
bridge_interface: The interface of the hosts that the bridge is on.
injected: Whether addresses are written into the guests' disks.
multi_host: Whether each compute host is the router of its own servers.
priority: The order in which the interfaces of a server stand.
rxtx_base: The bandwidth of which a flavor's rxtx_factor is a multiple.
mtu: The largest packet, in bytes.
enable_dhcp: Whether addresses are given by DHCP.
share_address: Whether all hosts have the router's address.
vpn_public_address: The address of the project's VPN.
vpn_public_port: The port of it.
vpn_private_address: Its address inside.
project: The project that it is given to.
uuid: Its UUID.
`,
  },
  {
    name: 'floating-ip-pool',
    printedBy: ['nova floating-ip-pool-list', 'nova-manage floating list'],
    fields: `
name: The pool: of neutron, an external network.
address: The floating address.
instance_uuid: The server that it leads to.
pool: The pool that it comes from.
interface: The device of the host that carries it.
`,
  },
  {
    name: 'zone',
    aliases: 'child-zone',
    printedBy: ['nova zone', 'nova zone-info', 'nova zone-list'],
    fields: `
api_url [API URL]: Where its API is.
is_active [Is Active]: Whether it answers.
capabilities: What its hosts can do.
weight_offset [Weight Offset]: What is added to its cost when servers are spread.
weight_scale [Weight Scale]: What its cost is multiplied with.
hypervisor: The hypervisors of its hosts.
os: The operating systems of its guests.
`,
  },
] satisfies readonly Explained[];
