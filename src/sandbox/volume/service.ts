import { type Answer, type Call, json, nothing, page, Refusal } from '../call.js';
import { type Caller, type Cloud, callerOf, tokenNeeded } from '../cloud.js';
import { answerResource } from '../resource.js';
import { isReading, isTrue, since, tablesOf, type VolumeCall } from './call.js';
import { extensions } from './extensions.js';
import { cgsnapshots, consistencyGroups, groupAction, groupSnapshots, groups, groupTypes } from './groups.js';
import { volumeHosts, volumeServices, volumeZones } from './hosts.js';
import { type VolumeResource, volumeApi } from './kind.js';
import { acceptTransfer, attachments, backups, clusters, messages, transfers, volumeTransfers } from './kinds.js';
import { resourceFilters } from './list.js';
import { qosLinks, qosPart, qosSpecs } from './qos.js';
import { limits, quotaClasses, quotaSets } from './quotas.js';
import { snapshots } from './snapshots.js';
import { capabilities, manageable, pools, workers } from './storage.js';
import { settle } from './tasks.js';
import { defaultTypes, typePart, volumeTypes } from './types.js';
import { versionsAnswer, wantedMinor } from './versions.js';
import { encryptionOf, metadataOf, volumeAction } from './volume-parts.js';
import { deleteVolume, volumes } from './volumes.js';

type Handler = (call: VolumeCall) => Answer | undefined;

/** A collection whose rows have nothing below them. */
function plain<Row>(resource: VolumeResource<Row>): Handler {
  return (call) => {
    const [, id, more] = call.parts;
    return more === undefined ? answered(call, resource, id === 'detail' ? undefined : id) : undefined;
  };
}

/** Answers for a resource, if the version of the API has it. */
function answered<Row>(call: VolumeCall, resource: VolumeResource<Row>, id: string | undefined): Answer | undefined {
  if (call.version < (resource.version ?? 1)) return undefined;
  if (resource.minor !== undefined) since(call, resource.minor);
  const answer = answerResource(volumeApi, resource, call, id);
  return call.method === 'DELETE' && answer?.status === 204 ? { ...nothing(), status: 202 } : answer;
}

/** The row of that id, with 404 for one that there is not. */
function rowOf<Row>(call: VolumeCall, resource: VolumeResource<Row>, id: string): Row {
  const found = resource.rows(call).find((row) => resource.id(row) === id && (resource.sees?.(call, row) ?? true));
  if (found === undefined) throw new Refusal(404, resource.missing(id));
  return found;
}

const handlers: Readonly<Record<string, Handler>> = {
  volumes: (call) => {
    const [, id, part, , more] = call.parts;
    if (id === 'summary' && part === undefined && isReading(call)) return summary(call);
    if (id === undefined || id === 'detail' || part === undefined) {
      if (call.method !== 'DELETE' || id === undefined) return plain(volumes)(call);
      deleteVolume(call, rowOf(call, volumes, id), isTrue(call.query.get('force')));
      return { ...nothing(), status: 202 };
    }
    const row = rowOf(call, volumes, id);
    if (more !== undefined) return undefined;
    if (part === 'metadata') return metadataOf(call, row, 'Volume');
    if (part === 'encryption' && isReading(call)) return encryptionOf(call, row);
    return part === 'action' && call.method === 'POST' ? volumeAction(call, row) : undefined;
  },
  snapshots: (call) => {
    const [, id, part, , more] = call.parts;
    if (part === undefined || id === undefined) return plain(snapshots)(call);
    return part === 'metadata' && more === undefined
      ? metadataOf(call, rowOf(call, snapshots, id), 'Snapshot')
      : undefined;
  },
  types: (call) => {
    const [, id, part, , more] = call.parts;
    if (more !== undefined) return undefined;
    if (id === 'default' && part === undefined && isReading(call)) return defaultType(call);
    if (part === undefined || id === undefined) return atOnce(call, plain(volumeTypes)(call));
    return typePart(call, rowOf(call, volumeTypes, id));
  },
  'qos-specs': (call) => {
    const [, id, part, more] = call.parts;
    if (more !== undefined) return undefined;
    if (part !== undefined && id !== undefined) return qosPart(call, rowOf(call, qosSpecs, id));
    const answer = atOnce(call, plain(qosSpecs)(call));
    if (id === undefined || !isReading(call) || answer === undefined) return answer;
    return json(200, { qos_specs: rowOf(call, qosSpecs, id), links: qosLinks(call, id) });
  },
  backups: plain(backups),
  'os-volume-transfer': (call) => transfer(call, transfers),
  'volume-transfers': (call) => transfer(call, volumeTransfers),
  groups: (call) => {
    const [, id, part, more] = call.parts;
    if (part !== 'action' || id === undefined) return plain(groups)(call);
    return call.method === 'POST' && more === undefined ? groupAction(call, rowOf(call, groups, id)) : undefined;
  },
  group_snapshots: plain(groupSnapshots),
  group_types: (call) => {
    const [, id, part, key, more] = call.parts;
    if (id === 'default' && isReading(call)) throw new Refusal(404, 'Default group type can not be found.');
    if (part === undefined || id === undefined) return plain(groupTypes)(call);
    if (part !== 'group_specs' || !isReading(call) || more !== undefined) return undefined;
    const specs = rowOf(call, groupTypes, id).fields.group_specs as Record<string, unknown>;
    if (key === undefined) return json(200, { group_specs: specs });
    if (!Object.hasOwn(specs, key)) throw new Refusal(404, `Group Type ${id} has no specs with key ${key}.`);
    return json(200, { [key]: specs[key] });
  },
  consistencygroups: plain(consistencyGroups),
  cgsnapshots: plain(cgsnapshots),
  attachments: plain(attachments),
  messages: plain(messages),
  clusters: plain(clusters),
  limits,
  extensions,
  capabilities,
  workers,
  'default-types': defaultTypes,
  'os-services': volumeServices,
  'os-hosts': volumeHosts,
  'os-availability-zone': volumeZones,
  'os-quota-sets': quotaSets,
  'os-quota-class-sets': quotaClasses,
  'scheduler-stats': pools,
  'os-volume-manage': manageable,
  'os-snapshot-manage': manageable,
  manageable_volumes: manageable,
  manageable_snapshots: manageable,
  resource_filters: (call) => {
    if (!isReading(call)) return undefined;
    since(call, 33);
    const wanted = call.query.get('resource');
    const rows = Object.entries(resourceFilters).filter(([resource]) => wanted === null || resource === wanted);
    return json(200, { resource_filters: rows.map(([resource, filters]) => ({ resource, filters })) });
  },
};

/** What cinder does at once it answers with 200. */
function atOnce({ method }: VolumeCall, answer: Answer | undefined): Answer | undefined {
  return answer !== undefined && method === 'POST' ? { ...answer, status: 200 } : answer;
}

/** A transfer is for whoever has its key: no tenant is asked who accepts it. */
function transfer(call: VolumeCall, resource: typeof transfers): Answer | undefined {
  const [, id, part, more] = call.parts;
  if (part !== 'accept' || id === undefined) return plain(resource)(call);
  const row = resource.rows(call).find((one) => one.id === id);
  if (row === undefined) throw new Refusal(404, resource.missing(id));
  return call.method === 'POST' && more === undefined ? acceptTransfer(call, row) : undefined;
}

function summary(call: VolumeCall): Answer {
  since(call, 12);
  const { admin, token } = call.caller;
  const all = admin && isTrue(call.query.get('all_tenants'));
  const rows = call.cloud.world.volumes.filter(({ tenantId }) => all || tenantId === token.tenantId);
  const metadata: Record<string, string[]> = {};
  for (const [key, value] of rows.flatMap((row) => Object.entries(row.metadata ?? {}))) {
    metadata[key] = [...new Set([...(metadata[key] ?? []), value])];
  }
  return json(200, {
    'volume-summary': {
      total_count: rows.length,
      total_size: rows.reduce((sum, { size }) => sum + size, 0),
      ...(call.minor >= 36 ? { metadata } : {}),
    },
  });
}

function defaultType(call: VolumeCall): Answer {
  const { types, defaultTypes: own } = tablesOf(call);
  const id = own[call.caller.token.tenantId ?? ''];
  const type = types.find((row) => (id === undefined ? row.name === 'standard' : row.id === id));
  if (type === undefined) throw new Refusal(404, 'Default volume type can not be found.');
  const { 'os-volume-type-access:is_public': _, ...view } = volumeTypes.view(call, type, 'show') as Record<
    string,
    unknown
  >;
  return json(200, { volume_type: view });
}

/** Cinder with all of its APIs: `/v1/{tenant}/…`, `/v2/{tenant}/…` and `/v3[/{tenant}]/…`, the last with microversions. */
export function volume(cloud: Cloud, call: Call): Answer {
  const [version, first] = call.path;
  const ids = { 'x-compute-request-id': call.requestId, 'x-openstack-request-id': call.requestId };
  const own = (answer: Answer): Answer => ({ ...answer, headers: { ...answer.headers, ...ids } });
  if (version === undefined) return own(versionsAnswer(call));
  if (version !== 'v1' && version !== 'v2' && version !== 'v3') return noRoute();
  const caller = callerOf(cloud, call);
  if (caller === undefined) return own(tokenNeeded(cloud));
  if (first === undefined) return own(versionsAnswer(call, version));
  return own(versioned(cloud, call, caller, version));
}

function versioned(cloud: Cloud, call: Call, caller: Caller, version: 'v1' | 'v2' | 'v3'): Answer {
  const wanted = version === 'v3' ? wantedMinor(call.headers) : { minor: 0 };
  if ('status' in wanted && wanted.status === 400) return fault(400, wanted.message);
  const asked = call.headers['openstack-api-version']?.trim().split(/\s+/)[1] ?? '3.0';
  const headers: Record<string, string> =
    version === 'v3'
      ? {
          'openstack-api-version': `volume ${'minor' in wanted ? `3.${wanted.minor}` : asked}`,
          vary: 'OpenStack-API-Version',
        }
      : {};
  const answer = 'minor' in wanted ? handled(cloud, call, caller, version, wanted.minor) : fault(406, wanted.message);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function handled(cloud: Cloud, call: Call, caller: Caller, version: 'v1' | 'v2' | 'v3', minor: number): Answer {
  const segments = call.path.slice(1);
  const tenant = /^[0-9a-f-]{32,36}$/.test(segments[0] ?? '') ? segments[0] : undefined;
  // Only v3 can do without the tenant.
  if (tenant === undefined && version !== 'v3') return noRoute();
  const parts = tenant === undefined ? segments : segments.slice(1);
  const [kind = ''] = parts;
  const handler = Object.hasOwn(handlers, kind) ? handlers[kind] : undefined;
  if (handler === undefined) return noRoute();
  if (tenant !== undefined && tenant !== caller.token.tenantId) return fault(400, 'Malformed request url');
  const base = `${call.root}/${version}${tenant === undefined ? '' : `/${tenant}`}`;
  const number = version === 'v1' ? 1 : version === 'v2' ? 2 : 3;
  const volumeCall: VolumeCall = { ...call, cloud, caller, version: number, minor, base, parts };
  try {
    settle(volumeCall);
    return handler(volumeCall) ?? noRoute();
  } catch (error) {
    if (error instanceof Refusal) return fault(error.status, error.message);
    throw error;
  }
}

const kinds: Readonly<Record<number, string>> = {
  400: 'badRequest',
  403: 'forbidden',
  404: 'itemNotFound',
  409: 'conflictingRequest',
  413: 'overLimit',
  501: 'notImplemented',
};

/** An error as cinder writes it: one key that names the kind. */
function fault(status: number, message: string): Answer {
  return json(status, { [kinds[status] ?? 'computeFault']: { code: status, message } });
}

/** What cinder's router says to a path that it has no route for: a page. */
function noRoute(): Answer {
  const title = '404 Not Found';
  const text = 'The resource could not be found.';
  return page(
    404,
    `<html>\n <head>\n  <title>${title}</title>\n </head>\n <body>\n  <h1>${title}</h1>\n  ${text}<br /><br />\n\n\n\n </body>\n</html>`,
  );
}
