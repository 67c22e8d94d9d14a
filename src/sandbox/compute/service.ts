import { type Answer, type Call, Refusal } from '../call.js';
import { type Cloud, callerOf, tokenNeeded } from '../cloud.js';
import { agents } from './agents.js';
import { aggregates } from './aggregates.js';
import { baremetalNodes } from './baremetal.js';
import { type ComputeCall, fault, type Handler, noRoute } from './call.js';
import { cells } from './cells.js';
import { certificates } from './certificates.js';
import { childZones } from './child-zones.js';
import { cloudpipes } from './cloudpipes.js';
import { coverage } from './coverage.js';
import { extensions } from './extensions.js';
import { flavors } from './flavors.js';
import { floatingIpDns } from './floating-ip-dns.js';
import { fixedIps, floatingIpPools, floatingIps, floatingIpsBulk } from './floating-ips.js';
import { hosts } from './hosts.js';
import { hypervisors } from './hypervisors.js';
import { images } from './images.js';
import { keypairs } from './keypairs.js';
import { microversionHeaders, wantedMicroversion } from './microversion.js';
import { migrations } from './migrations.js';
import { networks, tenantNetworks } from './networks.js';
import { limits, quotaClassSets, quotaSets } from './quotas.js';
import { securityGroupDefaultRules, securityGroupRules, securityGroups } from './security-groups.js';
import { serverGroups } from './server-groups.js';
import { externalEvents } from './server-migrations.js';
import { servers } from './servers.js';
import { services } from './services.js';
import { settle } from './tasks.js';
import { tenantUsage } from './usage.js';
import { usageAudits } from './usage-audits.js';
import { allVersions, choices, oneVersion } from './versions.js';
import { zones } from './zones.js';

const handlers: Readonly<Record<string, Handler>> = {
  servers,
  flavors,
  images,
  limits,
  extensions: (call) => extensions(call, Object.keys(handlers)),
  'os-agents': agents,
  'os-aggregates': aggregates,
  'os-availability-zone': zones,
  'os-baremetal-nodes': baremetalNodes,
  'os-cells': cells,
  'os-certificates': certificates,
  'os-cloudpipe': cloudpipes,
  'os-coverage': coverage,
  'os-fixed-ips': fixedIps,
  'os-floating-ip-dns': floatingIpDns,
  'os-floating-ip-pools': floatingIpPools,
  'os-floating-ips': floatingIps,
  'os-floating-ips-bulk': floatingIpsBulk,
  'os-hosts': hosts,
  'os-hypervisors': hypervisors,
  'os-instance_usage_audit_log': usageAudits,
  'os-keypairs': keypairs,
  'os-migrations': migrations,
  'os-networks': networks,
  'os-quota-class-sets': quotaClassSets,
  'os-quota-sets': quotaSets,
  'os-security-group-default-rules': securityGroupDefaultRules,
  'os-security-group-rules': securityGroupRules,
  'os-security-groups': securityGroups,
  'os-server-external-events': externalEvents,
  'os-server-groups': serverGroups,
  'os-services': services,
  'os-simple-tenant-usage': tenantUsage,
  'os-tenant-networks': tenantNetworks,
  zones: childZones,
};

/** Nova: `/v2` as the legacy API, `/v2.1` with microversions. */
export function compute(cloud: Cloud, call: Call): Answer {
  const [version, first] = call.path;
  if (version === undefined) return allVersions(call);
  if (version !== 'v2' && version !== 'v2.1') return choices(call);
  const ids = { 'x-openstack-request-id': call.requestId, 'x-compute-request-id': call.requestId };
  const answer = first === undefined ? described(call, version) : resource(cloud, call, version);
  return { ...answer, headers: { ...answer.headers, ...ids } };
}

function described(call: Call, version: 'v2' | 'v2.1'): Answer {
  const answer = oneVersion(call, version);
  return version === 'v2' ? answer : { ...answer, headers: { ...answer.headers, ...microversionHeaders('2.1') } };
}

function resource(cloud: Cloud, call: Call, version: 'v2' | 'v2.1'): Answer {
  const caller = callerOf(cloud, call);
  if (caller === undefined) return tokenNeeded(cloud);
  const legacy = version === 'v2';
  const wanted = legacy ? ({ kind: 'minor', minor: 1 } as const) : wantedMicroversion(call.headers);
  if (wanted.kind === 'malformed') {
    const rule = 'Must be of format MajorNum.MinorNum.';
    return fault(400, `API Version String ${wanted.text} is of invalid format. ${rule}`);
  }
  const shown = wanted.kind === 'unsupported' ? wanted.text : `2.${wanted.minor}`;
  const headers = legacy ? {} : microversionHeaders(shown);
  const { tenantId = '' } = caller.token;
  const segments = call.path.slice(1);
  // What is made of hexadecimal digits is a tenant's id; no resource has such a name.
  const inPath = /^[0-9a-f-]+$/.test(segments[0] ?? '') ? segments[0] : undefined;
  const computeCall: ComputeCall = {
    ...call,
    cloud,
    caller,
    legacy,
    minor: wanted.kind === 'minor' ? wanted.minor : 1,
    versionUrl: `${call.root}/${version}`,
    tenantPart: tenantId !== '' && call.url.href.includes(tenantId) ? `/${tenantId}` : '',
    parts: inPath === undefined ? segments : segments.slice(1),
  };
  const answer =
    wanted.kind === 'unsupported'
      ? fault(406, `Version ${shown} is not supported by the API. Minimum is 2.1 and maximum is 2.93.`)
      : handled(computeCall, inPath, tenantId);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function handled(call: ComputeCall, inPath: string | undefined, tenantId: string): Answer {
  try {
    const [kind = ''] = call.parts;
    const handler = Object.hasOwn(handlers, kind) ? handlers[kind] : undefined;
    if (handler === undefined) return noRoute();
    if (inPath !== undefined && inPath !== tenantId) {
      const clash = `URL's project_id '${inPath}' doesn't match Context's project_id '${tenantId}'`;
      throw new Refusal(400, `Malformed request URL: ${clash}`);
    }
    settle(call);
    return handler(call);
  } catch (error) {
    if (error instanceof Refusal) return fault(error.status, error.message);
    throw error;
  }
}
