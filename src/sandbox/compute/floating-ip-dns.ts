import { type Answer, asObject, asText, json, parsed, Refusal } from '../call.js';
import type { DnsDomain } from '../world-retired.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';
import { accepted, invalid } from './kind.js';

/** `/os-floating-ip-dns`, `…/{domain}/entries?ip=` and `…/{domain}/entries/{name}`, up to 2.35. */
export function floatingIpDns(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, quoted, part, name, more] = call.parts;
  if (more !== undefined) return noRoute();
  if (call.method !== 'GET') return changed(call, quoted?.replaceAll('%2E', '.'), part, name);
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

/** `PUT` and `DELETE` of a domain, which are for administrators, and of an entry. */
function changed(
  call: ComputeCall,
  domain: string | undefined,
  part: string | undefined,
  name: string | undefined,
): Answer {
  const { retired } = call.cloud.world;
  const isDelete = call.method === 'DELETE';
  if (domain === undefined || (call.method !== 'PUT' && !isDelete)) return noRoute();
  const row = retired.dnsDomains.find((one) => one.domain === domain);
  if (part === undefined) {
    administratorsOnly(call, `os-floating-ip-dns:domain:${isDelete ? 'delete' : 'update'}`);
    if (!isDelete) return putDomain(call, domain);
    if (row === undefined) throw new Refusal(404, `Domain ${domain} not found.`);
    retired.dnsDomains = retired.dnsDomains.filter((one) => one !== row);
    return accepted();
  }
  if (part !== 'entries' || name === undefined) return noRoute();
  if (row === undefined) throw new Refusal(404, `Domain ${domain} not found.`);
  const found = row.entries.find((entry) => entry.name === name);
  if (isDelete) {
    if (found === undefined) throw new Refusal(404, `DNS entry ${name} not found in ${domain}.`);
    row.entries = row.entries.filter((entry) => entry !== found);
    return accepted();
  }
  const given = asObject(asObject(parsed(call.body))?.dns_entry);
  const ip = asText(given?.ip);
  if (ip === undefined) throw invalid('dns_entry', "'ip' is a required property");
  if (found !== undefined) found.ip = ip;
  else row.entries.push({ name, ip, type: 'A' });
  return json(200, { dns_entry: { ...(view(domain, name, ip) as object), type: asText(given?.dns_type) ?? null } });
}

function putDomain(call: ComputeCall, domain: string): Answer {
  const { retired } = call.cloud.world;
  const given = asObject(asObject(parsed(call.body))?.domain_entry);
  const scope = given?.scope;
  if (scope !== 'public' && scope !== 'private')
    throw invalid('scope', `'${scope}' is not one of ['public', 'private']`);
  const project = scope === 'public' ? (asText(given?.project) ?? null) : null;
  const availabilityZone = scope === 'private' ? (asText(given?.availability_zone) ?? null) : null;
  const found = retired.dnsDomains.find((one) => one.domain === domain);
  if (found === undefined) retired.dnsDomains.push({ domain, scope, project, availabilityZone, entries: [] });
  else Object.assign(found, { scope, project, availabilityZone });
  const whose = scope === 'public' ? { project } : { availability_zone: availabilityZone };
  return json(200, { domain_entry: { domain, scope, ...whose } });
}
