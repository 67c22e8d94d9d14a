import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { pythonRepr } from '../../lib/python/repr.js';
import type { Json } from '../../lib/read.js';
import { extraSpecs, findFlavorId, getFlavor, listFlavorDetails } from '../../services/compute/flavors.js';

export const about = { name: 'flavor list', summary: 'Show the flavors.', aliases: ['instance_type list'] };

export default list({
  openstack: ['flavor show {name}', 'flavor list --all --long'],
  options: { name: text('<name>', 'Only this flavor.', { isWord: true }) },
  rows: async function* ({ session, options: { name } }) {
    const pages = name ? [[await getFlavor(session, await findFlavorId(session, name))]] : listFlavorDetails(session);
    for await (const page of pages) {
      yield Promise.all(
        page.map(async (flavor): Promise<Json> => ({ ...flavor, extra_specs: await extraSpecs(session, flavor) })),
      );
    }
  },
  columns: {
    name: { title: 'name', value: (flavor) => flavor.name },
    memory: { title: 'memory_mb', value: (flavor) => flavor.ram },
    vcpus: { title: 'vcpus', value: (flavor) => flavor.vcpus },
    root: { title: 'root_gb', value: (flavor) => flavor.disk },
    ephemeral: { title: 'ephemeral_gb', value: (flavor) => flavor['OS-FLV-EXT-DATA:ephemeral'] },
    id: { title: 'flavorid', value: (flavor) => flavor.id },
    swap: { title: 'swap', value: (flavor) => (flavor.swap === '' ? 0 : flavor.swap) },
    rxtx: {
      title: 'rxtx_factor',
      value: (flavor) => flavor.rxtx_factor,
      text: ({ rxtx_factor }) => float(rxtx_factor),
    },
    isPublic: {
      title: 'is_public',
      value: (flavor) => flavor['os-flavor-access:is_public'],
      text: (flavor) => visibility(flavor['os-flavor-access:is_public']),
    },
    extra: { title: 'extra_specs', value: (flavor) => flavor.extra_specs },
  },
  lines: {
    line: ([name, memory, vcpus, root, ephemeral, id, swap, rxtx, isPublic, extra]) =>
      `${name}: Memory: ${memory}MB, VCPUS: ${vcpus}, Root: ${root}GB, Ephemeral: ${ephemeral}Gb, FlavorID: ${id}, ` +
      `Swap: ${swap}MB, RXTX Factor: ${rxtx}, ${isPublic}, ExtraSpecs ${extra}`,
  },
});

/** A float of the database: 1.0 has no point any more after JSON. */
function float(value: unknown): string {
  if (value === undefined || value === '') return '-';
  return Number.isInteger(value) ? `${value}.0` : pythonRepr(value);
}

function visibility(isPublic: unknown): string {
  return isPublic === undefined ? '-' : isPublic === true ? 'public' : 'private';
}
