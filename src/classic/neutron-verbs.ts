/** The commands of neutronclient 8.1 that only it has: an abbreviation may mean them, too (`shell.py` COMMANDS). */
export default `
address-scope-create address-scope-delete address-scope-update agent-delete agent-update
auto-allocated-topology-delete bash-completion bgp-dragent-speaker-add bgp-dragent-speaker-remove
bgp-peer-create bgp-peer-delete bgp-peer-update bgp-speaker-create bgp-speaker-delete bgp-speaker-network-add
bgp-speaker-network-remove bgp-speaker-peer-add bgp-speaker-peer-remove bgp-speaker-update
dhcp-agent-network-add dhcp-agent-network-remove firewall-create firewall-delete firewall-policy-create
firewall-policy-delete firewall-policy-insert-rule firewall-policy-remove-rule firewall-policy-update
firewall-rule-create firewall-rule-delete firewall-rule-update firewall-update flavor-associate flavor-create
flavor-delete flavor-disassociate flavor-profile-create flavor-profile-delete flavor-profile-update
flavor-update floatingip-associate floatingip-create floatingip-delete floatingip-disassociate help
ipsec-site-connection-create ipsec-site-connection-delete ipsec-site-connection-update l3-agent-router-add
l3-agent-router-remove lb-healthmonitor-associate lb-healthmonitor-create lb-healthmonitor-delete
lb-healthmonitor-disassociate lb-healthmonitor-update lb-member-create lb-member-delete lb-member-update
lb-pool-create lb-pool-delete lb-pool-update lb-vip-create lb-vip-delete lb-vip-update
lbaas-healthmonitor-create lbaas-healthmonitor-delete lbaas-healthmonitor-update lbaas-l7policy-create
lbaas-l7policy-delete lbaas-l7policy-update lbaas-l7rule-create lbaas-l7rule-delete lbaas-l7rule-update
lbaas-listener-create lbaas-listener-delete lbaas-listener-update lbaas-loadbalancer-create
lbaas-loadbalancer-delete lbaas-loadbalancer-update lbaas-member-create lbaas-member-delete
lbaas-member-update lbaas-pool-create lbaas-pool-delete lbaas-pool-update meter-label-create
meter-label-delete meter-label-rule-create meter-label-rule-delete net-create net-delete net-update
port-create port-delete port-update purge qos-bandwidth-limit-rule-create qos-bandwidth-limit-rule-delete
qos-bandwidth-limit-rule-update qos-dscp-marking-rule-create qos-dscp-marking-rule-delete
qos-dscp-marking-rule-update qos-minimum-bandwidth-rule-create qos-minimum-bandwidth-rule-delete
qos-minimum-bandwidth-rule-update qos-policy-create qos-policy-delete qos-policy-update quota-delete
quota-update rbac-create rbac-delete rbac-update router-create router-delete router-gateway-clear
router-gateway-set router-interface-add router-interface-delete router-update security-group-create
security-group-delete security-group-rule-create security-group-rule-delete security-group-update
subnet-create subnet-delete subnet-update subnetpool-create subnetpool-delete subnetpool-update tag-add
tag-remove tag-replace vpn-endpoint-group-create vpn-endpoint-group-delete vpn-endpoint-group-update
vpn-ikepolicy-create vpn-ikepolicy-delete vpn-ikepolicy-update vpn-ipsecpolicy-create vpn-ipsecpolicy-delete
vpn-ipsecpolicy-update vpn-service-create vpn-service-delete vpn-service-update
`
  .trim()
  .split(/\s+/);
