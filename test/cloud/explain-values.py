"""Prints the values that fields can have, as the installed services define them: {"server.status": ["ACTIVE", ...]}."""
import importlib
import json

from cinder.objects import fields as cinder
from glance import domain as glance
from neutron_lib import constants as neutron
from neutron_lib.api.definitions import portbindings
from nova.api.openstack import common
from nova.objects import fields as nova

vif = [
    value
    for name, value in vars(portbindings).items()
    if name.startswith('VIF_TYPE_') and isinstance(value, str)
]
owners = [
    value
    for name, value in vars(neutron).items()
    if name.startswith('DEVICE_OWNER_') and isinstance(value, str) and not name.endswith('_PREFIX')
]


def statuses(prefix):
    return [value for name, value in vars(neutron).items() if name.startswith(prefix) and isinstance(value, str)]


def allowed(module, collection, field):
    """The values that an attribute of neutron's may have."""
    definition = importlib.import_module('neutron_lib.api.definitions.' + module)
    for attributes in (definition.RESOURCE_ATTRIBUTE_MAP, getattr(definition, 'SUB_RESOURCE_ATTRIBUTE_MAP', None) or {}):
        found = attributes.get(collection, {})
        found = found.get('parameters', found).get(field)
        if found is not None:
            return [str(value) for value in found['validate']['type:values'] if value is not None]
    raise KeyError(field)


print(
    json.dumps(
        {
            'server.status': sorted({status for states in common._STATE_MAP.values() for status in states.values()}),
            'server.vm_state': list(nova.InstanceState.ALL),
            'server.task_state': list(nova.InstanceTaskState.ALL),
            'server.power_state': [
                str(nova.InstancePowerState.index(state)) for state in nova.InstancePowerState.ALL if state != '_unused'
            ],
            'server.OS-DCF:diskConfig': list(nova.DiskConfig.ALL),
            'server.host_status': [value for value in nova.HostStatus.ALL if value],
            'migration.type': list(nova.MigrationType.ALL),
            'volume.status': list(cinder.VolumeStatus.ALL),
            'volume.migration_status': list(cinder.VolumeMigrationStatus.ALL),
            'volume.replication_status': list(cinder.ReplicationStatus.ALL),
            'snapshot.status': list(cinder.SnapshotStatus.ALL),
            'backup.status': list(cinder.BackupStatus.ALL),
            'volume-group.status': list(cinder.GroupStatus.ALL),
            'volume-group.replication_status': list(cinder.ReplicationStatus.ALL),
            'volume-group-snapshot.status': list(cinder.GroupSnapshotStatus.ALL),
            'consistency-group.status': list(cinder.ConsistencyGroupStatus.ALL),
            'volume-qos.consumer': list(cinder.QoSConsumerValues.ALL),
            'volume-attachment.status': list(cinder.VolumeAttachStatus.ALL),
            'image.status': list(glance.Image.valid_state_targets),
            'task.status': list(glance.Task._supported_task_status),
            'task.type': list(glance.Task._supported_task_type),
            'network.status': statuses('NET_STATUS_'),
            'port.status': statuses('PORT_STATUS_'),
            'floating-ip.status': statuses('FLOATINGIP_STATUS_'),
            'router.status': statuses('ROUTER_STATUS_'),
            'port.binding:vnic_type': portbindings.VNIC_TYPES,
            'port.binding:vif_type': vif,
            'port.device_owner': owners,
            'port.numa_affinity_policy': list(neutron.PORT_NUMA_POLICIES),
            'subnet.ipv6_address_mode': neutron.IPV6_MODES,
            'subnet.ipv6_ra_mode': neutron.IPV6_MODES,
            'subnet.ip_version': allowed('subnet', 'subnets', 'ip_version'),
            'address-scope.ip_version': allowed('address_scope', 'address_scopes', 'ip_version'),
            'network-qos-rule.direction': list(neutron.VALID_DIRECTIONS_AND_ANY),
            'network-qos-rule.dscp_mark': [str(mark) for mark in neutron.VALID_DSCP_MARKS],
            'network-meter-rule.direction': allowed('metering', 'metering_label_rules', 'direction'),
            'firewall-rule.action': allowed('firewall_v2', 'firewall_rules', 'action'),
            'firewall-rule.protocol': allowed('firewall_v2', 'firewall_rules', 'protocol'),
            'firewall-rule.ip_version': allowed('firewall_v2', 'firewall_rules', 'ip_version'),
            **{
                'vpn-ike-policy.' + field: allowed('vpn', 'ikepolicies', field)
                for field in ('auth_algorithm', 'encryption_algorithm', 'pfs', 'ike_version', 'phase1_negotiation_mode')
            },
            **{
                'vpn-ipsec-policy.' + field: allowed('vpn', 'ipsecpolicies', field)
                for field in ('auth_algorithm', 'encryption_algorithm', 'pfs', 'encapsulation_mode', 'transform_protocol')
            },
            'ipsec-site-connection.auth_mode': allowed('vpn', 'ipsec_site_connections', 'auth_mode'),
            'ipsec-site-connection.initiator': allowed('vpn', 'ipsec_site_connections', 'initiator'),
            'vpn-endpoint-group.type': allowed('vpn_endpoint_groups', 'endpoint_groups', 'type'),
            'bgp-peer.auth_type': allowed('bgp', 'bgp-peers', 'auth_type'),
        }
    )
)
