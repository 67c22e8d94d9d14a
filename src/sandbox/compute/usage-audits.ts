import { type Answer, json, Refusal } from '../call.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';

/** `/os-instance_usage_audit_log[/{before}]`: of the last whole month before, and nobody has ever done an audit. */
export function usageAudits(call: ComputeCall): Answer {
  const [, before, part] = call.parts;
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  administratorsOnly(call, 'os-instance-usage-audit-log:list');
  const at = before === undefined ? call.cloud.now() : Date.parse(`${before.replace(' ', 'T')}Z`);
  if (Number.isNaN(at)) throw new Refusal(400, `Invalid timestamp for date ${before}`);
  const hosts = call.cloud.world.computeServices
    .filter(({ binary }) => binary === 'nova-compute')
    .map(({ host }) => host);
  const body = {
    total_instances: 0,
    total_errors: 0,
    log: {},
    num_hosts: hosts.length,
    num_hosts_done: 0,
    num_hosts_not_run: hosts.length,
    num_hosts_running: 0,
    hosts_not_run: hosts,
    overall_status: `0 of ${hosts.length} hosts done. 0 errors.`,
    period_beginning: firstOfMonth(at, -1),
    period_ending: firstOfMonth(at, 0),
  };
  return json(200, { [before === undefined ? 'instance_usage_audit_logs' : 'instance_usage_audit_log']: body });
}

function firstOfMonth(at: number, months: number): string {
  const day = new Date(at);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1))
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');
}
