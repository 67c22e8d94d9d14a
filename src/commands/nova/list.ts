import { list } from '../../command/define.js';
import { flag, integer, optionalInteger, optionalText, text, type Values } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { type AnyNumber, isNumber } from '../../core/exact-number.js';
import type { Column } from '../../core/view.js';
import { pythonRepr, pythonText } from '../../lib/python/repr.js';
import { asText, isRecord } from '../../lib/read.js';
import { findFlavorId } from '../../services/compute/flavors.js';
import {
  attributes,
  embeddedFlavor,
  networksText,
  powerState,
  securityGroups,
} from '../../services/compute/server-attributes.js';
import { checkSupported, ofAllTenants, serverQuery } from '../../services/compute/server-filters.js';
import { listServers, networks, type Server } from '../../services/compute/servers.js';
import { findImageId } from '../../services/image/nova-images.js';

export const about = { summary: 'List servers.' };

const since = (version: string) => ` (Supported by API versions '${version}' - '2.latest')`;

const options = {
  reservationId: text('<reservation-id>', 'Only return servers that match reservation-id.'),
  ip: text('<ip-regexp>', 'Search with regular expression match by IP address, fixed or floating.'),
  ip6: text('<ip6-regexp>', 'Search with regular expression match by IPv6 address.'),
  name: text('<name-regexp>', 'Search with regular expression match by name.'),
  status: text('<status>', 'Search by server status.'),
  flavor: text('<flavor>', 'Search by flavor name or ID.'),
  image: text('<image>', 'Search by image name or ID.'),
  host: text('<hostname>', 'Search servers by hostname to which they are assigned (Admin only).'),
  allTenants: optionalInteger('<0|1>', 'Display information from all tenants (Admin only).', { env: ['ALL_TENANTS'] }),
  tenant: optionalText('<tenant>', 'Display information from single tenant, by name or ID (Admin only).'),
  user: optionalText(
    '<user>',
    'Display information from single user, by name or ID (Admin only until microversion 2.82).',
  ),
  deleted: flag('Only display deleted servers (Admin only).'),
  fields: text(
    '<fields>',
    'Comma-separated list of fields to display. Use the show command to see which fields are available.',
  ),
  minimal: flag('Get only UUID and name.'),
  sort: text(
    '<key>[:<direction>]',
    'Comma-separated list of sort keys and directions in the form of <key>[:<asc|desc>]. ' +
      'The direction defaults to descending if not specified.',
  ),
  marker: text('<marker>', 'The last server UUID of the previous page; displays list of servers after "marker".'),
  limit: integer(
    '<limit>',
    'Maximum number of servers to display. If limit == -1, all servers will be displayed, ' +
      'as they are without a limit.',
  ),
  availabilityZone: text(
    '<availability_zone>',
    'Display servers based on their availability zone (Admin only until microversion 2.82).',
  ),
  keyName: text('<key_name>', 'Display servers based on their keypair name (Admin only until microversion 2.82).'),
  configDrive: flag('Display servers that have a config drive attached. (Admin only until microversion 2.82).'),
  noConfigDrive: flag('Display servers that do not have a config drive attached (Admin only until microversion 2.82)', {
    conflicts: ['configDrive'],
  }),
  progress: text('<progress>', 'Display servers based on their progress value (Admin only until microversion 2.82).'),
  vmState: text('<vm_state>', 'Display servers based on their vm_state value (Admin only until microversion 2.82).'),
  taskState: text(
    '<task_state>',
    'Display servers based on their task_state value (Admin only until microversion 2.82).',
  ),
  powerState: text(
    '<power_state>',
    'Display servers based on their power_state value (Admin only until microversion 2.82).',
  ),
  changesSince: text(
    '<changes_since>',
    'List only servers changed later or equal to a certain point of time. The provided time should be an ' +
      'ISO 8061 formatted time. e.g. 2016-03-04T06:27:59Z .',
  ),
  changesBefore: text(
    '<changes_before>',
    'List only servers changed earlier or equal to a certain point of time. The provided time should be an ' +
      `ISO 8061 formatted time. e.g. 2016-03-04T06:27:59Z .${since('2.66')}`,
  ),
  tags: text(
    '<tags>',
    'The given tags must all be present for a server to be included in the list result. Boolean expression in ' +
      `this case is 't1 AND t2'. Tags must be separated by commas: --tags <tag1,tag2>${since('2.26')}`,
  ),
  tagsAny: text(
    '<tags-any>',
    'If one of the given tags is present the server will be included in the list result. Boolean expression in ' +
      `this case is 't1 OR t2'. Tags must be separated by commas: --tags-any <tag1,tag2>${since('2.26')}`,
  ),
  notTags: text(
    '<not-tags>',
    'Only the servers that do not have any of the given tags will be included in the list results. Boolean ' +
      "expression in this case is 'NOT(t1 AND t2)'. Tags must be separated by commas: --not-tags <tag1,tag2>" +
      since('2.26'),
  ),
  notTagsAny: text(
    '<not-tags-any>',
    'Only the servers that do not have at least one of the given tags will be included in the list result. ' +
      "Boolean expression in this case is 'NOT(t1 OR t2)'. Tags must be separated by commas: " +
      `--not-tags-any <tag1,tag2>${since('2.26')}`,
  ),
  locked: text(
    '<locked>',
    "Display servers based on their locked value. A value must be specified; eg. 'true' will list only locked " +
      `servers and 'false' will list only unlocked servers.${since('2.73')}`,
  ),
};

type Given = Values<typeof options>;

export default list({
  openstack: 'server list {minimal:-c ID -c Name} {tags:--tags} {notTags:--not-tags} {locked:--locked|--unlocked}',
  options,
  rows: async function* ({ session, options: typed, warn, now }) {
    const given =
      typed.changesSince || typed.changesBefore
        ? (await import('../../services/compute/point-in-time.js')).withTimes(typed, now)
        : typed;
    const query = serverQuery(given);
    await checkSupported(given, () => session.microversion());
    const [image, flavor] = await Promise.all([
      given.image && findImageId(session, given.image),
      given.flavor && findFlavorId(session, given.flavor),
    ]);
    const { tenant: project, user, host, availabilityZone: zone } = given;
    // Loaded only where something is named: a plain list is the command that is typed most.
    const names =
      project || user || host || zone
        ? await (await import('../shared/named-filters.js')).namedFilters(
            { session, warn },
            { project, user, hosts: [host], zone },
          )
        : undefined;
    const request = {
      query: { ...query, image, flavor, tenant_id: names?.projectId, user_id: names?.userId },
      brief: given.minimal,
      limit: given.limit === 0 || given.limit === -1 ? undefined : given.limit,
    };
    const found = given.ip
      ? (await import('../../services/compute/servers-by-address.js')).serversByAddress(session, request, given.ip)
      : listServers(session, request);
    for await (const page of names?.checked(found) ?? found) yield given.fields ? page.map(attributes) : page;
  },
  columns: (given, first): readonly Column<Server>[] => {
    const fields = given.fields && first[0] !== undefined ? fieldColumns(given.fields, first[0]) : [];
    if (given.minimal) return [plain('ID', 'id'), plain('Name', 'name')];
    return fields.length > 0 ? [plain('ID', 'id'), ...fields] : classicColumns(given);
  },
  sortBy: (given) => {
    if (given.sort) return undefined;
    const [field] = given.minimal ? [] : fieldNames(given.fields);
    return field === undefined ? 'Name' : fieldTitle(field);
  },
});

function classicColumns(given: Given): readonly Column<Server>[] {
  return [
    plain('ID', 'id'),
    plain('Name', 'name'),
    ...(ofAllTenants(given) ? [plain('Tenant ID', 'tenant_id')] : []),
    plain('Status', 'status'),
    {
      title: 'Task State',
      value: (server) => server['OS-EXT-STS:task_state'] ?? null,
      text: (server) => cell(server['OS-EXT-STS:task_state'], 'N/A'),
    },
    { title: 'Power State', value: powerState, text: (server) => powerState(server) ?? 'N/A' },
    {
      title: 'Networks',
      value: (server) => Object.fromEntries(networks(server)),
      text: networksText,
      isNested: true,
    },
    ...(given.changesSince || given.changesBefore ? [plain('Updated', 'updated')] : []),
  ];
}

/** novaclient's text of a value in a list (utils.py, print_list): nothing where it is missing, `-` where it is null. */
function cell(value: unknown, missing = ''): string {
  if (value === undefined) return missing;
  return value === null ? '-' : pythonText(value).replaceAll('\r', '');
}

function plain(title: string, key: string): Column<Server> {
  return { title, value: (server) => server[key] ?? null, text: (server) => cell(server[key]) };
}

/** `--fields` without repetitions, and without the id, which is there in any case. */
function fieldNames(fields: string | undefined): readonly string[] {
  return fields ? [...new Set(fields.split(','))].filter((field) => field !== 'id') : [];
}

function fieldColumns(fields: string, example: Server): readonly Column<Server>[] {
  const unknown = fields.split(',').filter((field) => !Object.hasOwn(example, field));
  if (unknown.length > 0) throw new Failure(`Non-existent fields are specified: ${pythonRepr(unknown)}`);
  return fieldNames(fields).map((field) => ({
    title: fieldTitle(field),
    value: (server) => server[field] ?? null,
    text: (server) => fieldText(field, server),
    sort: (server) => fieldOrder(server[field]) ?? fieldText(field, server),
  }));
}

/** Lists come in Python's order, item by item: a shorter one before the longer one that begins with it. */
function fieldOrder(value: unknown): string | undefined {
  return Array.isArray(value) ? value.map((item) => `\x01${pythonText(item)}`).join('') : undefined;
}

/** Chosen fields are shown as Python prints them, null too; numbers sort as numbers. */
function fieldText(field: string, server: Server): string | AnyNumber {
  const value = server[field];
  if (field === 'networks') return networksText(server);
  if (field === 'security_groups' && Array.isArray(value) && value.length > 0) return securityGroups(server).join(', ');
  // An embedded flavor has columns of its own: `flavor:ram`, …
  if (field === 'flavor' && isRecord(value)) return embeddedFlavor(server) === undefined ? asText(value.id) : '';
  if (isNumber(value)) return value;
  return value === undefined ? '' : pythonText(value);
}

/** `OS-EXT-SRV-ATTR:host` → `OS-EXT-SRV-ATTR: Host`; mixed case stays (novaclient utils.py, _format_field_name). */
function fieldTitle(field: string): string {
  const colon = field.lastIndexOf(':');
  const name = field.slice(colon + 1).replaceAll('_', ' ');
  const isMixed = name !== name.toLowerCase() && name !== name.toUpperCase();
  const title = isMixed
    ? name
    : name.replace(/\p{L}+/gu, (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase());
  return colon < 0 ? title : `${field.slice(0, colon)}: ${title}`;
}
