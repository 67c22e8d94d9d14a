import { randomUUID } from 'node:crypto';
import { type Answer, asText, json, nothing, Refusal } from '../call.js';
import type { QosSpecs, VolumeType } from '../world-volume.js';
import { administratorsOnly, isReading, isTrue, links, tablesOf, type VolumeCall } from './call.js';
import type { VolumeResource } from './kind.js';

/** `/qos-specs`, for administrators. */
export const qosSpecs: VolumeResource<QosSpecs> = {
  one: 'qos_specs',
  many: 'qos_specs',
  rows: (call) => tablesOf(call).qos,
  id: ({ id }) => id,
  missing: (id) => `No such QoS spec ${id}.`,
  adminRule: 'volume_extension:qos_specs_manage',
  view: (_call, { id, name, consumer, specs }) => ({ id, name, consumer, specs }),
  create: (_call, given) => {
    const { name, consumer, ...specs } = given;
    if (asText(name) === undefined)
      throw new Refusal(400, "Invalid input for field/attribute name. 'name' is a required property");
    return {
      id: randomUUID(),
      name: String(name),
      consumer: consumer === 'front-end' || consumer === 'both' ? consumer : 'back-end',
      specs: specs as Record<string, string>,
    };
  },
  update: (_call, row, given) => {
    Object.assign(row.specs, given);
  },
  remove: (call, row) => {
    if (tablesOf(call).types.some(({ qosId }) => qosId === row.id) && !isTrue(call.query.get('force'))) {
      throw new Refusal(400, 'Cannot disassociate or delete QoS specs that are in use.');
    }
  },
};

/** `/qos-specs/{id}/{associations|associate|disassociate|disassociate_all}`: reads and writes by GET. */
export function qosPart(call: VolumeCall, row: QosSpecs): Answer | undefined {
  const { types } = tablesOf(call);
  const of = (): VolumeType => {
    const id = call.query.get('vol_type_id') ?? '';
    const found = types.find((type) => type.id === id);
    if (found === undefined) throw new Refusal(404, `Volume type ${id} could not be found.`);
    return found;
  };
  if (!isReading(call)) return undefined;
  administratorsOnly(call, 'volume_extension:qos_specs_manage:get');
  switch (call.parts[2]) {
    case 'associations':
      return json(200, {
        qos_associations: types
          .filter(({ qosId }) => qosId === row.id)
          .map(({ id, name }) => ({ association_type: 'volume_type', name, id })),
      });
    case 'associate':
      of().qosId = row.id;
      return { ...nothing(), status: 202 };
    case 'disassociate':
      of().qosId = null;
      return { ...nothing(), status: 202 };
    case 'disassociate_all':
      for (const type of types) if (type.qosId === row.id) type.qosId = null;
      return { ...nothing(), status: 202 };
  }
  return undefined;
}

/** A QoS specification is shown with links beside it, not in it. */
export function qosLinks(call: VolumeCall, id: string): unknown[] {
  return links(call, 'qos-specs', id);
}
