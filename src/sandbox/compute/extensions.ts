import { type Answer, json, Refusal } from '../call.js';
import { type ComputeCall, noRoute } from './call.js';

/** `/extensions[/{alias}]`: what this nova has beyond the core, by the names of its resources. */
export function extensions(call: ComputeCall, resources: readonly string[]): Answer {
  const [, alias, part] = call.parts;
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  const aliases = [
    ...resources.filter((name) => name.startsWith('os-') && name !== 'os-security-group-rules'),
    ...attributes,
  ].sort();
  if (alias === undefined) return json(200, { extensions: aliases.map(view) });
  if (!aliases.includes(alias)) throw new Refusal(404, `Extension with name ${alias} does not exist`);
  return json(200, { extension: view(alias) });
}

/** Extensions that have no resource of their own and add to servers and flavors. */
const attributes = [
  'OS-DCF',
  'OS-EXT-AZ',
  'OS-EXT-IPS',
  'OS-EXT-IPS-MAC',
  'OS-EXT-SRV-ATTR',
  'OS-EXT-STS',
  'OS-FLV-DISABLED',
  'OS-FLV-EXT-DATA',
  'OS-SRV-USG',
  'os-extended-volumes',
  'os-instance-actions',
  'os-server-diagnostics',
];

function view(alias: string): unknown {
  const name = alias
    .replace(/^os-/, '')
    .split(/[-_]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
  return {
    alias,
    description: `${name} support.`,
    links: [],
    name,
    namespace: 'http://docs.openstack.org/compute/ext/fake_xml',
    updated: '2014-12-03T00:00:00Z',
  };
}
