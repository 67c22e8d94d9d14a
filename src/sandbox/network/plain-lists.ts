import { type Answer, json, page } from '../call.js';
import { isReading, type NetworkCall, networkRefusal, rowsOf } from './call.js';
import { chosen } from './list.js';

/** Lists of what has no id: extensions, zones, providers, kinds of rules; and a tenant's ready-made topology. */

type View = Readonly<Record<string, unknown>>;

/** Rows that any field filters, with the fields that are asked for. */
function plainList({ query }: NetworkCall, many: string, rows: readonly View[]): Answer {
  const fields = query.getAll('fields');
  const shown = rows.filter((row) =>
    Object.entries(row).every(([key, value]) => !query.has(key) || query.getAll(key).includes(String(value))),
  );
  return json(200, { [many]: shown.map((row) => chosen(row, fields)) });
}

type Extension = readonly [alias: string, name: string, updated: string, description: string];

const extensions: readonly Extension[] = [
  ['agent', 'agent', '2013-02-03T10:00:00-00:00', 'Agents and how they do.'],
  ['dhcp_agent_scheduler', 'DHCP Agent Scheduler', '2013-02-07T10:00:00-00:00', 'Which agent serves which network.'],
  ['l3_agent_scheduler', 'L3 Agent Scheduler', '2013-02-07T10:00:00-00:00', 'Which agent serves which router.'],
  [
    'lbaas_agent_scheduler',
    'Loadbalancer Agent Scheduler',
    '2013-02-07T10:00:00-00:00',
    'Which agent serves which pool.',
  ],
  ['binding', 'Port Binding', '2014-02-03T10:00:00-00:00', 'Where a port is plugged in.'],
  ['external-net', 'Neutron external network', '2013-01-14T10:00:00-00:00', 'Networks that lead outside.'],
  ['flavors', 'Neutron Service Flavors', '2015-09-17T10:00:00-00:00', 'Flavors of services.'],
  ['fwaas', 'Firewall service', '2013-02-25T10:00:00-00:00', 'Firewalls.'],
  ['lbaas', 'LoadBalancing service', '2012-10-07T10:00:00-00:00', 'Load balancers with pools.'],
  ['lbaasv2', 'LoadBalancing service v2', '2014-06-18T10:00:00-00:00', 'Load balancers with listeners.'],
  ['metering', 'Neutron Metering', '2013-06-12T10:00:00-00:00', 'Traffic that is counted.'],
  ['network-ip-availability', 'Network IP Availability', '2015-09-24T00:00:00-00:00', 'Addresses that are left.'],
  ['network_availability_zone', 'Network Availability Zone', '2015-01-01T10:00:00-00:00', 'Zones of networks.'],
  ['provider', 'Provider Network', '2012-09-07T10:00:00-00:00', 'What a network is mapped to.'],
  ['qos', 'Quality of Service', '2015-06-08T10:00:00-00:00', 'Policies of quality.'],
  ['quotas', 'Quota management support', '2012-07-29T10:00:00-00:00', 'Quotas.'],
  ['rbac-policies', 'RBAC Policies', '2015-06-17T12:15:12-00:00', 'Who may use what is of another tenant.'],
  ['router', 'Quantum L3 Router', '2012-07-20T10:00:00-00:00', 'Routers and floating addresses.'],
  ['security-group', 'security-group', '2012-10-05T10:00:00-00:00', 'Security groups.'],
  ['segment', 'Segment', '2016-02-24T17:00:00-00:00', 'Segments of networks.'],
  ['service-type', 'Neutron Service Type Management', '2013-01-20T00:00:00-00:00', 'Providers of services.'],
  ['standard-attr-tag', 'Tag support for resources with standard attribute', '2017-01-01T00:00:00-00:00', 'Tags.'],
  ['subnet_allocation', 'Subnet Allocation', '2015-03-30T10:00:00-00:00', 'Subnets out of pools.'],
  ['trunk', 'Trunk Extension', '2016-01-01T10:00:00-00:00', 'Ports that carry several networks.'],
  ['vpnaas', 'VPN service', '2013-05-29T10:00:00-00:00', 'Private networks over public ones.'],
];

function extensionView([alias, name, updated, description]: Extension): View {
  return { alias, name, description, links: [], updated, namespace: `http://docs.openstack.org/ext/${alias}/api/v1.0` };
}

/** `/extensions[/{alias}]`. */
export function extensionsAnswer(call: NetworkCall): Answer | undefined {
  const [, alias, more] = call.parts;
  if (!isReading(call) || more !== undefined) return undefined;
  if (alias === undefined) return plainList(call, 'extensions', extensions.map(extensionView));
  const found = extensions.find(([own]) => own === alias);
  if (found !== undefined) return json(200, { extension: extensionView(found) });
  const title = '404 Not Found';
  const text = 'The resource could not be found.<br /><br />';
  return page(
    404,
    `<html>\n <head>\n  <title>${title}</title>\n </head>\n <body>\n  <h1>${title}</h1>\n  ${text}\nExtension with alias ${alias} does not exist\n\n\n </body>\n</html>`,
  );
}

/** `/availability_zones`: of networks where their agents are, of routers where theirs are. */
export function zones(call: NetworkCall): Answer | undefined {
  if (!isReading(call) || call.parts.length > 1) return undefined;
  const agents = rowsOf(call, 'agents');
  const rows = [
    ['DHCP agent', 'network'],
    ['L3 agent', 'router'],
  ].flatMap(([type, resource]) => {
    const own = agents.filter((agent) => agent.agent_type === type);
    const names = [...new Set(own.map(({ availability_zone: zone }) => zone ?? 'nova'))];
    return names.map((name) => ({ name, resource, state: 'available' }));
  });
  return plainList(call, 'availability_zones', rows);
}

const providers: readonly View[] = [
  { service_type: 'LOADBALANCER', name: 'haproxy', default: true },
  { service_type: 'LOADBALANCERV2', name: 'haproxy', default: true },
  { service_type: 'VPN', name: 'openswan', default: true },
  { service_type: 'L3_ROUTER_NAT', name: 'single_node', default: true },
];

/** `GET /v2.0/service-providers`; undefined for a call of anything else. */
export function serviceProviders(call: NetworkCall): Answer | undefined {
  return isReading(call) && call.parts.length === 1 ? plainList(call, 'service_providers', providers) : undefined;
}

const ruleTypes = ['bandwidth_limit', 'dscp_marking', 'minimum_bandwidth'];

/** `/qos/rule-types[/{type}]`. */
export function ruleTypesAnswer(call: NetworkCall): Answer | undefined {
  const [, , type, more] = call.parts;
  if (!isReading(call) || more !== undefined) return undefined;
  if (type === undefined)
    return plainList(
      call,
      'rule_types',
      ruleTypes.map((name) => ({ type: name })),
    );
  if (!ruleTypes.includes(type)) {
    throw networkRefusal(404, 'QosRuleTypeNotFound', `QoS rule type ${type} could not be found.`);
  }
  return json(200, { rule_type: { type, drivers: [{ name: 'openvswitch', supported_parameters: [] }] } });
}

/** `/auto-allocated-topology/{tenant}`: the network that a tenant has without asking. */
export function topology(call: NetworkCall): Answer | undefined {
  const [, asked, more] = call.parts;
  if (!isReading(call) || asked === undefined || more !== undefined) return undefined;
  const { admin, token } = call.caller;
  const tenantId = asked === 'None' || !admin ? (token.tenantId ?? '') : asked;
  const check = call.query.getAll('fields').includes('dry-run');
  const network = rowsOf(call, 'networks').find(({ shared }) => shared === true);
  if (network === undefined) {
    const message = 'Deployment error: No default router:external network.';
    throw networkRefusal(409, 'AutoAllocationFailure', message);
  }
  const id = check ? 'dry-run=pass' : network.id;
  return json(200, { auto_allocated_topology: { id, tenant_id: tenantId } });
}
