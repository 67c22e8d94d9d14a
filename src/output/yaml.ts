import { compareCodePoints } from '../lib/codepoints.js';
import { CHUNK, type Renderer } from './renderer.js';
import { inTableOrder } from './table-order.js';
import { YamlDocument } from './yaml-document.js';

/**
 * cliff's YAML (formatters/yaml_format.py): a list is PyYAML's safe_dump of one list of mappings, keys sorted; a show
 * view is one mapping a field, in the view's order. Each mapping is written as soon as its row is there.
 */
export const yaml: Renderer = {
  cells: 'value',
  order: inTableOrder,

  async list(listing, _choice, write) {
    const document = new YamlDocument();
    const keys = sortedKeys(listing.titles);
    let empty = true;
    for await (const page of listing.pages) {
      for (const row of page) {
        document.row(keys.map(([title, at]) => [title, row[at]]));
        empty = false;
        if (document.size < CHUNK) continue;
        const written = write(document.take());
        if (written !== undefined) await written;
      }
      const written = document.size === 0 ? undefined : write(document.take());
      if (written !== undefined) await written;
    }
    if (empty) document.node([]);
    document.end();
    await write(document.take());
  },

  async show(showing, _choice, write) {
    let out = '';
    for (const field of showing.fields) {
      const document = new YamlDocument();
      document.node(new Map([[field.name, field.value]]));
      document.end();
      out += document.take();
    }
    await write(out);
  },
};

/** The keys of each row as they are written, and which cells they have: of equal ones the last. */
function sortedKeys(titles: readonly string[]): readonly (readonly [title: string, at: number])[] {
  const cells = new Map(titles.map((title, at) => [title, at]));
  return [...cells].sort(([a], [b]) => compareCodePoints(a, b));
}
