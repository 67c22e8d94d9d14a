import type { Context } from '../../command/context.js';
import { commandOf } from '../../command/define.js';
import { flag, optionalArgument, type Values } from '../../command/options.js';
import type { Column, Lines, ListView, TextView } from '../../core/view.js';
import { pythonText } from '../../lib/python/repr.js';
import { type Capability, capabilitiesOf, optionsOf } from '../../services/object-store/capabilities.js';
import { sortedJson } from '../../services/object-store/sorted-json.js';

export const about = { summary: 'List cluster capabilities.', aliases: ['info'] };

const wholeHelp = `Usage: swift capabilities [--json] [<proxy_url>]

Retrieve capability of the proxy.

Optional positional arguments:
  <proxy_url>           Proxy URL of the cluster to retrieve capabilities.

Optional arguments:
  --json                Print the cluster capabilities in JSON format.`;

const spec = {
  wholeHelp,
  // Who names a proxy needs no login.
  login: ({ proxy }: Readonly<Record<string, unknown>>) => proxy === undefined,
  options: { json: flag('Print the cluster capabilities in JSON format.', { formats: ['table'] }) },
  arguments: { proxy: optionalArgument('<proxy_url>', 'Proxy URL of the cluster to retrieve capabilities.') },
};

type Given = Context<Values<typeof spec.options>, Values<typeof spec.arguments>>;

export default commandOf('list' as 'list' | 'text', spec, async (given: Given): Promise<ListView | TextView> => {
  const document = await capabilitiesOf(given.session, given.args.proxy);
  if (given.options.json) return { kind: 'text', chunks: [`${sortedJson(document)}\n`] };
  return { kind: 'list', columns: columns as readonly Column[], lines, pages: onePage(optionsOf(document)) };
});

const columns: readonly Column<Capability>[] = [
  { title: 'Feature', value: ({ feature }) => feature },
  { title: 'Option', value: ({ option }) => option ?? null, text: ({ option }) => option ?? '' },
  { title: 'Value', value: ({ value }) => value ?? null, text: ({ value }) => pythonText(value) },
  { title: 'Kind', value: ({ kind }) => kind },
];

const lines: Lines = {
  line: ([feature = '', option = '', value = '', kind = ''], above) => {
    const title = `${kind}: ${feature}`;
    // A feature without options is a row without one.
    if (option === '') return title;
    return `${above?.[0] === feature ? '' : `${title}\n Options:\n`}  ${option}: ${value}`;
  },
};

async function* onePage<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  yield items;
}
