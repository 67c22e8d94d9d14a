import { list } from '../../command/define.js';
import { printf } from '../../lib/python/percent-format.js';
import { listCells } from '../../services/compute/cells.js';
import { whereServed } from '../../services/unserved.js';

export const about = { name: 'cell list', summary: 'Show the cells of the first kind.' };

const line = printf('%3s  %-10s  %-6s  %-10s  %-15s  %-5s  %-10s');
const rule = line([3, 10, 6, 10, 15, 5, 10].map((width) => '-'.repeat(width)));
const titles = ['Id', 'Name', 'Type', 'Username', 'Hostname', 'Port', 'VHost'];

export default list({
  openstack: false,
  rows: async function* ({ session, warn }) {
    const pages = whereServed(
      listCells(session),
      "This cloud's compute API has no cells of the first kind: they came with 2013.1 and went with Train.",
      "Those of the second kind only 'nova-manage cell_v2 list_cells' on the controller knows.",
    );
    for await (const page of pages) {
      if (page.length > 0) warn("No API tells the id and the virtual host of a cell: '-' stands for them.");
      yield page;
    }
  },
  columns: {
    id: { title: 'Id', value: () => undefined },
    name: { title: 'Name', value: (cell) => cell.name },
    type: { title: 'Type', value: (cell) => cell.type },
    username: { title: 'Username', value: (cell) => cell.username },
    hostname: { title: 'Hostname', value: (cell) => cell.rpc_host },
    port: { title: 'Port', value: (cell) => cell.rpc_port },
    vhost: { title: 'VHost', value: () => undefined },
  },
  lines: { head: `${line(titles)}\n${rule}`, line, footer: rule },
});
