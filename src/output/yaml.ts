import { CHUNK, type Renderer, type Row } from './renderer.js';
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
    let empty = true;
    for await (const page of listing.pages) {
      for (const row of page) {
        document.item(mapping(listing.titles, row));
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
      document.node(mapping([field.name], [field.value]));
      document.end();
      out += document.take();
    }
    await write(out);
  },
};

function mapping(titles: readonly string[], row: Row): Map<string, unknown> {
  return new Map(titles.map((title, index) => [title, row[index]]));
}
