// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
agent list: Show the builds of guest agents.
cell list: Show the cells of the first kind.
fixed list: Show the fixed addresses in use.
flavor list: Show the flavors.
instance_type list = flavor list
floating list: Show the floating addresses.
host list: Show the hosts of the compute services.
network list: Show nova's own networks.
project quota: Show the limits of a project.
account quota = project quota
service describe_resource: Show what a host has and what of it is taken.
service list: Show the compute services.
version list: Show what can be known of the release.
version = version list
vm list: Show the servers of all projects.
`;
