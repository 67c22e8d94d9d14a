import { type Answer, json, Refusal } from '../call.js';
import type { DnsDomain } from '../world-retired.js';
import { type ComputeCall, noRoute, proxiesOnly } from './call.js';

/** `/os-floating-ip-dns`, `…/{domain}/entries?ip=` and `…/{domain}/entries/{name}`, up to 2.35. */
export function floatingIpDns(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, quoted, part, name, more] = call.parts;
  if (call.method !== 'GET' || more !== undefined) return noRoute();
  const { dnsDomains } = call.cloud.world.retired;
  if (quoted === undefined) {
    return json(200, {
      domain_entries: dnsDomains.map(({ domain, scope, project, availabilityZone }) => ({
        domain,
        scope,
        project,
        availability_zone: availabilityZone,
      })),
    });
  }
  if (part !== 'entries') return noRoute();
  // A dot stands for itself only when it has been escaped twice.
  const domain = quoted.replaceAll('%2E', '.');
  const entries = dnsDomains.find((one) => one.domain === domain)?.entries ?? [];
  return name === undefined ? byAddress(call, domain, entries) : byName(domain, entries, name);
}

type Entries = DnsDomain['entries'];

/** Nova knows neither the type nor an id of what it finds. */
const view = (domain: string, name: string, ip: string): unknown => ({ ip, id: null, type: null, domain, name });

function byAddress(call: ComputeCall, domain: string, entries: Entries): Answer {
  const ip = call.query.get('ip');
  if (!ip) throw new Refusal(422, 'Unable to process the contained instructions');
  const found = entries.filter((entry) => entry.ip === ip);
  return json(200, { dns_entries: found.map(({ name }) => view(domain, name, ip)) });
}

function byName(domain: string, entries: Entries, name: string): Answer {
  const found = entries.find((entry) => entry.name === name);
  // Nova takes the first of what it found without looking whether there is one.
  if (found === undefined) {
    throw new Refusal(500, 'The server has either erred or is incapable of performing the requested operation.');
  }
  return json(200, { dns_entry: view(domain, name, found.ip) });
}
