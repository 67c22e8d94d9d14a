import { type Answer, json, Refusal } from '../call.js';
import { isReading, type VolumeCall } from './call.js';

type Row = readonly [alias: string, name: string, updated: string, description: string];

const rows: readonly Row[] = [
  ['os-admin-actions', 'AdminActions', '2012-08-25T00:00:00+00:00', 'Actions of administrators.'],
  ['os-availability-zone', 'AvailabilityZones', '2013-06-27T00:00:00+00:00', 'Zones.'],
  ['backups', 'Backups', '2012-12-12T00:00:00+00:00', 'Backups.'],
  ['os-hosts', 'Hosts', '2011-06-29T00:00:00+00:00', 'Hosts, for administrators.'],
  ['qos-specs', 'Qos_specs_manage', '2013-08-02T00:00:00+00:00', 'QoS specifications.'],
  ['os-quota-class-sets', 'QuotaClasses', '2012-03-12T00:00:00+00:00', 'Classes of quotas.'],
  ['os-quota-sets', 'Quotas', '2011-08-08T00:00:00+00:00', 'Quotas.'],
  ['os-services', 'Services', '2012-10-28T00:00:00-00:00', 'Services.'],
  ['os-types-extra-specs', 'TypesExtraSpecs', '2011-08-24T00:00:00+00:00', 'Extra specs of types.'],
  ['os-types-manage', 'TypesManage', '2011-08-24T00:00:00+00:00', 'Types, for administrators.'],
  ['os-volume-transfer', 'VolumeTransfer', '2013-05-29T00:00:00+00:00', 'Transfers of volumes.'],
  ['os-volume-type-access', 'VolumeTypeAccess', '2014-06-26T00:00:00Z', 'Who may use a type.'],
  ['encryption', 'VolumeTypeEncryption', '2013-07-01T00:00:00+00:00', 'Encryption of types.'],
];

function view([alias, name, updated, description]: Row): unknown {
  return { name, alias, description, updated, links: [] };
}

/** `/extensions[/{alias}]`. */
export function extensions(call: VolumeCall): Answer | undefined {
  const [, alias, more] = call.parts;
  if (!isReading(call) || more !== undefined) return undefined;
  if (alias === undefined) return json(200, { extensions: rows.map(view) });
  const found = rows.find(([own]) => own === alias);
  if (found === undefined) throw new Refusal(404, 'The resource could not be found.');
  return json(200, { extension: view(found) });
}
