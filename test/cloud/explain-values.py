"""Prints the values that fields can have, as the installed services define them: {"server.status": ["ACTIVE", ...]}."""
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
        }
    )
)
