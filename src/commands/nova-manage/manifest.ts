// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
agent create: Create a new build of a guest agent.
agent delete: Delete an existing build of a guest agent.
agent list: Show the builds of guest agents.
agent modify: Update an existing build of a guest agent.
cell create: Create a cell of the first kind.
cell delete: Delete a cell of the first kind.
cell list: Show the cells of the first kind.
fixed list: Show the fixed addresses in use.
fixed reserve: Mark a fixed address as reserved.
fixed unreserve: Mark a fixed address as free to use.
flavor create: Create a flavor.
instance_type create = flavor create
flavor delete: Delete a flavor.
instance_type delete = flavor delete
flavor list: Show the flavors.
instance_type list = flavor list
flavor set_key: Add or change the extra spec of a flavor.
instance_type set_key = flavor set_key
flavor unset_key: Delete the extra spec of a flavor.
instance_type unset_key = flavor unset_key
floating create: Create floating addresses by range.
floating delete: Delete floating addresses by range.
floating list: Show the floating addresses.
host list: Show the hosts of the compute services.
network create: Create one of nova's own networks.
network delete: Delete one of nova's own networks.
network list: Show nova's own networks.
network modify: Give a network to a project or a host, or take it from them.
project quota: Show the limits of a project, or set one of them.
account quota = project quota
project scrub: Take the networks of a project from it, and delete its security groups.
account scrub = project scrub
service describe_resource: Show what a host has and what of it is taken.
service disable: Disable scheduling for a service.
service enable: Enable scheduling for a service.
service list: Show the compute services.
version list: Show what can be known of the release.
version = version list
vm block_migration: Migrate a running instance to a new machine with storage data.
vm list: Show the servers of all projects.
vm live_migration: Migrate a running instance to a new machine.
vpn change: Change the IP and port for the VPN of a project.
`;
