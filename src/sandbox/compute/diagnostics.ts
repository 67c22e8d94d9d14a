import { type Answer, json, Refusal } from '../call.js';
import type { Server } from '../world.js';
import { administratorsOnly, type ComputeCall } from './call.js';
import { powerStates } from './status.js';

/** The guide's example of KVM, number by number: what libvirt's driver made of its counters. */
const kvm = {
  cpu0_time: 2870000000,
  memory: 524288,
  vda_errors: -1,
  vda_read: 262144,
  vda_read_req: 112,
  vda_write: 5606400,
  vda_write_req: 376,
  vnet0_rx: 63343,
  vnet0_rx_drop: 0,
  vnet0_rx_errors: 0,
  vnet0_rx_packets: 431,
  vnet0_tx: 4905,
  vnet0_tx_drop: 0,
  vnet0_tx_errors: 0,
  vnet0_tx_packets: 45,
} as const;

/** The guide's example of Xen, whose driver handed on the texts of XenAPI. */
const xen = {
  cpu0: '4.3627',
  memory: '1171088064.0000',
  memory_target: '1171088064.0000',
  vbd_xvda_read: '0.0',
  vbd_xvda_write: '0.0',
  vif_0_rx: '3223.6870',
  vif_0_tx: '0.0',
  vif_1_rx: '104.4955',
  vif_1_tx: '0.0',
} as const;

/**
 * `GET /servers/{id}/diagnostics`, for administrators: up to 2.47 flat and as the hypervisor's driver likes it, from
 * 2.48 on the same for all. Only of a running server: 409 otherwise.
 */
export function diagnostics(call: ComputeCall, server: Server): Answer {
  administratorsOnly(call, 'os-server-diagnostics');
  const { id, host, powerState } = server;
  if (host === null) throw new Refusal(409, `Instance ${id} is not ready`);
  if (powerState !== 1) {
    const state = powerStates[powerState] ?? 'pending';
    throw new Refusal(409, `Cannot 'get_diagnostics' instance ${id} while it is in power state ${state}`);
  }
  const onXen = call.cloud.world.hypervisors.some((row) => row.host === host && row.type === 'xen');
  if (call.minor < 48) return json(200, onXen ? xen : kvm);
  return json(200, onXen ? standardXen(server) : standardKvm(server));
}

/** The same counters in the fields of nova/objects/diagnostics.py. */
function standardKvm(server: Server): unknown {
  const hardware = server.addresses.find(({ type }) => type === 'fixed')?.mac ?? null;
  return {
    state: 'running',
    driver: 'libvirt',
    hypervisor: 'kvm',
    hypervisor_os: 'linux',
    uptime: 46664,
    config_drive: server.configDrive !== '',
    num_cpus: 1,
    num_nics: 1,
    num_disks: 1,
    disk_details: [
      {
        read_bytes: kvm.vda_read,
        read_requests: kvm.vda_read_req,
        write_bytes: kvm.vda_write,
        write_requests: kvm.vda_write_req,
        errors_count: kvm.vda_errors,
      },
    ],
    cpu_details: [{ id: 0, time: kvm.cpu0_time, utilisation: null }],
    nic_details: [
      {
        mac_address: hardware,
        rx_octets: kvm.vnet0_rx,
        rx_errors: kvm.vnet0_rx_errors,
        rx_drop: kvm.vnet0_rx_drop,
        rx_packets: kvm.vnet0_rx_packets,
        rx_rate: null,
        tx_octets: kvm.vnet0_tx,
        tx_errors: kvm.vnet0_tx_errors,
        tx_drop: kvm.vnet0_tx_drop,
        tx_packets: kvm.vnet0_tx_packets,
        tx_rate: null,
      },
    ],
    memory_details: { maximum: kvm.memory / 1024, used: kvm.memory / 1024 },
  };
}

/** XenAPI has rates and no counters: what it does not know is null. */
function standardXen(server: Server): unknown {
  const nic = (rx: number, tx: number, mac: string | null): unknown => ({
    mac_address: mac,
    rx_octets: null,
    rx_errors: null,
    rx_drop: null,
    rx_packets: null,
    rx_rate: rx,
    tx_octets: null,
    tx_errors: null,
    tx_drop: null,
    tx_packets: null,
    tx_rate: tx,
  });
  const hardware = server.addresses.find(({ type }) => type === 'fixed')?.mac ?? null;
  const disk = { read_bytes: 0, read_requests: null, write_bytes: 0, write_requests: null, errors_count: null };
  return {
    state: 'running',
    driver: 'xenapi',
    hypervisor: null,
    hypervisor_os: null,
    uptime: null,
    config_drive: server.configDrive !== '',
    num_cpus: 1,
    num_nics: 2,
    num_disks: 1,
    disk_details: [disk],
    cpu_details: [{ id: 0, time: null, utilisation: 4 }],
    nic_details: [nic(3223, 0, hardware), nic(104, 0, null)],
    memory_details: { maximum: 1116, used: 1116 },
  };
}
