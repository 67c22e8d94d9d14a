// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
address-scope-list: List address scopes that belong to a given tenant.
address-scope-show: Show information about an address scope.
agent-list: List agents.
agent-show: Show information of a given agent.
auto-allocated-topology-show: Show the auto-allocated topology of a given tenant.
availability-zone-list: List availability zones.
bgp-dragent-list-hosting-speaker: List Dynamic Routing agents hosting a BGP speaker.
bgp-peer-list: List BGP peers.
bgp-peer-show: Show information of a given BGP peer.
bgp-speaker-advertiseroute-list: List routes advertised by a given BGP speaker.
bgp-speaker-list: List BGP speakers.
bgp-speaker-list-on-dragent: List BGP speakers hosted by a Dynamic Routing agent.
bgp-speaker-show: Show information of a given BGP speaker.
cisco-credential-list: List credentials that belong to a given tenant.
cisco-credential-show: Show information of a given credential.
cisco-network-profile-list: List network profiles that belong to a given tenant.
cisco-network-profile-show: Show information of a given network profile.
cisco-policy-profile-list: List policy profiles that belong to a given tenant.
cisco-policy-profile-show: Show information of a given policy profile.
dhcp-agent-list-hosting-net: List DHCP agents hosting a network.
ext-list: List all extensions.
ext-show: Show information of a given resource.
firewall-list: List firewalls that belong to a given tenant.
firewall-policy-list: List firewall policies that belong to a given tenant.
firewall-policy-show: Show information of a given firewall policy.
firewall-rule-list: List firewall rules that belong to a given tenant.
firewall-rule-show: Show information of a given firewall rule.
firewall-show: Show information of a given firewall.
flavor-list: List Neutron service flavors.
flavor-profile-list: List Neutron service flavor profiles.
flavor-profile-show: Show information about a given Neutron service flavor profile.
flavor-show: Show information about a given Neutron service flavor.
floatingip-list: List floating IPs that belong to a given tenant.
floatingip-show: Show information of a given floating IP.
ipsec-site-connection-list: List IPsec site connections that belong to a given tenant.
ipsec-site-connection-show: Show information of a given IPsec site connection.
l3-agent-list-hosting-router: List L3 agents hosting a router.
lb-agent-hosting-pool: Get loadbalancer agent hosting a pool. Deriving from ListCommand though server will return only one agent to keep common output format for all agent schedulers.
lb-healthmonitor-list: List health monitors that belong to a given tenant.
lb-healthmonitor-show: Show information of a given health monitor.
lb-member-list: List members that belong to a given tenant.
lb-member-show: Show information of a given member.
lb-pool-list: List pools that belong to a given tenant.
lb-pool-list-on-agent: List the pools on a loadbalancer agent.
lb-pool-show: Show information of a given pool.
lb-pool-stats: Retrieve stats for a given pool.
lb-vip-list: List vips that belong to a given tenant.
lb-vip-show: Show information of a given vip.
lbaas-agent-hosting-loadbalancer: Get lbaas v2 agent hosting a loadbalancer. Deriving from ListCommand though server will return only one agent to keep common output format for all agent schedulers.
lbaas-healthmonitor-list: LBaaS v2 List healthmonitors that belong to a given tenant.
lbaas-healthmonitor-show: LBaaS v2 Show information of a given healthmonitor.
lbaas-l7policy-list: LBaaS v2 List L7 policies that belong to a given listener.
lbaas-l7policy-show: LBaaS v2 Show information of a given L7 policy.
lbaas-l7rule-list: LBaaS v2 List L7 rules that belong to a given L7 policy.
lbaas-l7rule-show: LBaaS v2 Show information of a given rule.
lbaas-listener-list: LBaaS v2 List listeners that belong to a given tenant.
lbaas-listener-show: LBaaS v2 Show information of a given listener.
lbaas-loadbalancer-list: LBaaS v2 List loadbalancers that belong to a given tenant.
lbaas-loadbalancer-list-on-agent: List the loadbalancers on a loadbalancer v2 agent.
lbaas-loadbalancer-show: LBaaS v2 Show information of a given loadbalancer.
lbaas-loadbalancer-stats: Retrieve stats for a given loadbalancer.
lbaas-loadbalancer-status: Retrieve status for a given loadbalancer. The only output is a formatted JSON tree, and the table format does not support this type of data.
lbaas-member-list: LBaaS v2 List members that belong to a given pool.
lbaas-member-show: LBaaS v2 Show information of a given member.
lbaas-pool-list: LBaaS v2 List pools that belong to a given tenant.
lbaas-pool-show: LBaaS v2 Show information of a given pool.
meter-label-list: List metering labels that belong to a given tenant.
meter-label-rule-list: List metering labels that belong to a given label.
meter-label-rule-show: Show information of a given metering label rule.
meter-label-show: Show information of a given metering label.
net-external-list: List external networks that belong to a given tenant.
net-gateway-list: List network gateways for a given tenant.
net-gateway-show: Show information of a given network gateway.
net-ip-availability-list: List IP usage of networks.
net-ip-availability-show: Show IP usage of specific network.
net-list: List networks that belong to a given tenant.
net-list-on-dhcp-agent: List the networks on a DHCP agent.
net-show: Show information of a given network.
port-list: List ports that belong to a given tenant.
port-show: Show information of a given port.
qos-available-rule-types: List available qos rule types.
qos-bandwidth-limit-rule-list: List all qos bandwidth limit rules belonging to the specified policy.
qos-bandwidth-limit-rule-show: Show information about the given qos bandwidth limit rule.
qos-dscp-marking-rule-list: List all QoS DSCP marking rules belonging to the specified policy.
qos-dscp-marking-rule-show: Show information about the given qos dscp marking rule.
qos-minimum-bandwidth-rule-list: List all qos minimum bandwidth rules belonging to the specified policy.
qos-minimum-bandwidth-rule-show: Show information about the given qos minimum bandwidth rule.
qos-policy-list: List QoS policies that belong to a given tenant connection.
qos-policy-show: Show information of a given qos policy.
queue-list: List queues that belong to a given tenant.
queue-show: Show information of a given queue.
quota-default-show: Show default quotas for a given tenant.
quota-list: List quotas of all tenants who have non-default quota values.
quota-show: Show quotas for a given tenant.
rbac-list: List RBAC policies that belong to a given tenant.
rbac-show: Show information of a given RBAC policy.
router-list: List routers that belong to a given tenant.
router-list-on-l3-agent: List the routers on a L3 agent.
router-port-list: List ports that belong to a given tenant, with specified router.
router-show: Show information of a given router.
security-group-list: List security groups that belong to a given tenant.
security-group-rule-list: List security group rules that belong to a given tenant.
security-group-rule-show: Show information of a given security group rule.
security-group-show: Show information of a given security group.
service-provider-list: List service providers.
subnet-list: List subnets that belong to a given tenant.
subnet-show: Show information of a given subnet.
subnetpool-list: List subnetpools that belong to a given tenant.
subnetpool-show: Show information of a given subnetpool.
vpn-endpoint-group-list: List VPN endpoint groups that belong to a given tenant.
vpn-endpoint-group-show: Show a specific VPN endpoint group.
vpn-ikepolicy-list: List IKE policies that belong to a tenant.
vpn-ikepolicy-show: Show information of a given IKE policy.
vpn-ipsecpolicy-list: List IPsec policies that belong to a given tenant connection.
vpn-ipsecpolicy-show: Show information of a given IPsec policy.
vpn-service-list: List VPN service configurations that belong to a given tenant.
vpn-service-show: Show information of a given VPN service.
`;
