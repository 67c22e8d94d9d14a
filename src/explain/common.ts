/** Fields that mean the same of everything that has them, unless that thing says something else. */
export default `
id: The identifier that the service gave it; most are UUIDs. A command takes it wherever it takes a name.
name [Display Name]: What its owner called it; most names need not be unique.
description: Free text of its owner's.
tenant_id [Tenant ID, tenant]: The project that owns it, under the name of Identity v2.0; the same as project_id.
project_id [Project Id]: The project that owns it.
user_id [User ID]: The user who made it.
project [Project]: The project that owns it, by name.
user [User]: The user who made it, by name.
owner: The project that owns it.
status: The state of its life cycle, as the service sees it.
state: Whether it answers: up or down.
created_at [Created At, created]: When it was made, in UTC.
updated_at [Updated_at, updated]: When it was last changed, in UTC; null if never.
deleted_at: When it was deleted; null while it is there.
deleted: Whether it is deleted.
enabled: Whether it may be used.
admin_state_up: Whether its administrator has switched it on; false takes it out of service without deleting it.
shared: Whether other projects may use it.
is_public: Whether all projects see it; if not, those to which access was given.
is_default: Whether it is used where nothing else is named.
metadata [properties]: Keys and values that users keep with it; the service itself does not read them.
tags: Labels by which lists can be filtered.
revision_number: How often it was changed; a change can be made to depend on it.
availability_zone: The part of the cloud that its administrator named, in which it is.
availability_zones: The zones in which it is in fact.
availability_zone_hints: The zones that were asked for when it was made.
host [Host, host_name]: The machine that serves it.
binary: The program of the service: nova-compute, cinder-volume, neutron-l3-agent and so on.
zone: The availability zone of its host.
disabled_reason [Disabled Reason]: Why its administrator disabled it; null if nothing was said.
size: How large it is, in GiB.
alias: The short name of the extension, by which clients ask for it.
links: Where the API shows it, and more about it.
self: Its own address in the API.
schema: The address of the JSON schema that describes it.
request_id: The request that caused it, as it stands in the services' logs.
type: Its kind.
ip_version: 4 or 6.
provider: The driver that carries it out.
protected: Whether it cannot be deleted.
visibility: Who sees it: public (all), private (its owner), shared (projects that accepted it), community (all who ask).
action: What is done.
protocol: The protocol by which it talks: TCP, HTTP, HTTPS and so on.
protocol_port: The port on which it listens.
direction: ingress (to the port) or egress (from it).
router_id: The router that it belongs to.
subnet_id: The subnet that it belongs to.
network_id: The network that it belongs to.
port_id: The port that it belongs to.
qos_policy_id: The QoS policy that limits its traffic; null if none does.
status_description: Why it has its status, in words.
volume_id [Volume ID]: The volume that it is of.
consumes_quota [Consumes Quota] since 3.65: Whether it counts against the project's quota; volumes that the service makes for itself do not.
replication_status: Where replication to another back end stands: disabled, enabling, enabled, disabling, failing-over, failed-over, failover-error, not-capable or error.
group_id: The group of volumes that it belongs to.
message: What came of it, in words.
`;
