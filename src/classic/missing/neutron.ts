/**
 * The commands of neutronclient 8.1 that only it has, and what openstackclient calls each of them, where it has it
 * (`shell.py` COMMANDS; loadbalancer is of python-octaviaclient, project purge of openstackclient).
 */
export default `
address-scope-create: address scope create
address-scope-delete: address scope delete
address-scope-update: address scope set
agent-delete: network agent delete
agent-update: network agent set
auto-allocated-topology-delete: network auto allocated topology delete
bgp-dragent-speaker-add: bgp dragent add speaker
bgp-dragent-speaker-remove: bgp dragent remove speaker
bgp-peer-create: bgp peer create
bgp-peer-delete: bgp peer delete
bgp-peer-update: bgp peer set
bgp-speaker-create: bgp speaker create
bgp-speaker-delete: bgp speaker delete
bgp-speaker-network-add: bgp speaker add network
bgp-speaker-network-remove: bgp speaker remove network
bgp-speaker-peer-add: bgp speaker add peer
bgp-speaker-peer-remove: bgp speaker remove peer
bgp-speaker-update: bgp speaker set
dhcp-agent-network-add: network agent add network
dhcp-agent-network-remove: network agent remove network
firewall-create: firewall group create
firewall-delete: firewall group delete
firewall-policy-create: firewall group policy create
firewall-policy-delete: firewall group policy delete
firewall-policy-insert-rule: firewall group policy add rule
firewall-policy-remove-rule: firewall group policy remove rule
firewall-policy-update: firewall group policy set
firewall-rule-create: firewall group rule create
firewall-rule-delete: firewall group rule delete
firewall-rule-update: firewall group rule set
firewall-update: firewall group set
flavor-associate: network flavor add profile
flavor-create: network flavor create
flavor-delete: network flavor delete
flavor-disassociate: network flavor remove profile
flavor-profile-create: network flavor profile create
flavor-profile-delete: network flavor profile delete
flavor-profile-update: network flavor profile set
flavor-update: network flavor set
floatingip-associate: floating ip set --port
floatingip-create: floating ip create
floatingip-delete: floating ip delete
floatingip-disassociate: floating ip unset --port
ipsec-site-connection-create: vpn ipsec site connection create
ipsec-site-connection-delete: vpn ipsec site connection delete
ipsec-site-connection-update: vpn ipsec site connection set
l3-agent-router-add: network agent add router
l3-agent-router-remove: network agent remove router
lb-healthmonitor-associate:
lb-healthmonitor-create:
lb-healthmonitor-delete:
lb-healthmonitor-disassociate:
lb-healthmonitor-update:
lb-member-create:
lb-member-delete:
lb-member-update:
lb-pool-create:
lb-pool-delete:
lb-pool-update:
lb-vip-create:
lb-vip-delete:
lb-vip-update:
lbaas-healthmonitor-create: loadbalancer healthmonitor create
lbaas-healthmonitor-delete: loadbalancer healthmonitor delete
lbaas-healthmonitor-update: loadbalancer healthmonitor set
lbaas-l7policy-create: loadbalancer l7policy create
lbaas-l7policy-delete: loadbalancer l7policy delete
lbaas-l7policy-update: loadbalancer l7policy set
lbaas-l7rule-create: loadbalancer l7rule create
lbaas-l7rule-delete: loadbalancer l7rule delete
lbaas-l7rule-update: loadbalancer l7rule set
lbaas-listener-create: loadbalancer listener create
lbaas-listener-delete: loadbalancer listener delete
lbaas-listener-update: loadbalancer listener set
lbaas-loadbalancer-create: loadbalancer create
lbaas-loadbalancer-delete: loadbalancer delete
lbaas-loadbalancer-update: loadbalancer set
lbaas-member-create: loadbalancer member create
lbaas-member-delete: loadbalancer member delete
lbaas-member-update: loadbalancer member set
lbaas-pool-create: loadbalancer pool create
lbaas-pool-delete: loadbalancer pool delete
lbaas-pool-update: loadbalancer pool set
meter-label-create: network meter create
meter-label-delete: network meter delete
meter-label-rule-create: network meter rule create
meter-label-rule-delete: network meter rule delete
net-create: network create
net-delete: network delete
net-update: network set
port-create: port create
port-delete: port delete
port-update: port set
purge: project purge
qos-bandwidth-limit-rule-create: network qos rule create --type bandwidth-limit
qos-bandwidth-limit-rule-delete: network qos rule delete --type bandwidth-limit
qos-bandwidth-limit-rule-update: network qos rule set --type bandwidth-limit
qos-dscp-marking-rule-create: network qos rule create --type dscp-marking
qos-dscp-marking-rule-delete: network qos rule delete --type dscp-marking
qos-dscp-marking-rule-update: network qos rule set --type dscp-marking
qos-minimum-bandwidth-rule-create: network qos rule create --type minimum-bandwidth
qos-minimum-bandwidth-rule-delete: network qos rule delete --type minimum-bandwidth
qos-minimum-bandwidth-rule-update: network qos rule set --type minimum-bandwidth
qos-policy-create: network qos policy create
qos-policy-delete: network qos policy delete
qos-policy-update: network qos policy set
quota-delete: quota delete --network
quota-update: quota set
rbac-create: network rbac create
rbac-delete: network rbac delete
rbac-update: network rbac set
router-create: router create
router-delete: router delete
router-gateway-clear: router unset --external-gateway
router-gateway-set: router set --external-gateway
router-interface-add: router add subnet
router-interface-delete: router remove subnet
router-update: router set
security-group-create: security group create
security-group-delete: security group delete
security-group-rule-create: security group rule create
security-group-rule-delete: security group rule delete
security-group-update: security group set
subnet-create: subnet create
subnet-delete: subnet delete
subnet-update: subnet set
subnetpool-create: subnet pool create
subnetpool-delete: subnet pool delete
subnetpool-update: subnet pool set
tag-add:
tag-remove:
tag-replace:
vpn-endpoint-group-create: vpn endpoint group create
vpn-endpoint-group-delete: vpn endpoint group delete
vpn-endpoint-group-update: vpn endpoint group set
vpn-ikepolicy-create: vpn ike policy create
vpn-ikepolicy-delete: vpn ike policy delete
vpn-ikepolicy-update: vpn ike policy set
vpn-ipsecpolicy-create: vpn ipsec policy create
vpn-ipsecpolicy-delete: vpn ipsec policy delete
vpn-ipsecpolicy-update: vpn ipsec policy set
vpn-service-create: vpn service create
vpn-service-delete: vpn service delete
vpn-service-update: vpn service set
`;
