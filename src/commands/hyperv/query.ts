import { argument, flag, text } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
import type { Column } from '../../core/view.js';
import { withoutUserData } from '../../hyperv/kvp.js';
import type { Instance, Value } from '../../hyperv/wsman/instance.js';
import { HYPERV_NAMESPACE } from '../../hyperv/wsman/names.js';
import { plainValue } from '../../hyperv/wsman/plain.js';
import { typedQuery } from '../../hyperv/wsman/wql.js';
import { hostList } from '../shared/hyperv.js';

export const about = { summary: 'Ask a host any question in WQL.' };

export default hostList({
  options: {
    namespace: text('<namespace>', `Namespace, if not ${HYPERV_NAMESPACE}.`),
    showData: flag('Show user data, too.'),
  },
  arguments: { host: argument('<host>', 'Host.'), wql: argument('<wql>', 'SELECT, ASSOCIATORS OF or REFERENCES OF.') },
  hosts: async ({ args }) => [args.host],
  rows: async ({ args, options }, wsman) => {
    const query = typedQuery(args.wql);
    if (query === undefined)
      throw new UsageError('<wql> is no query: it begins with SELECT, ASSOCIATORS OF or REFERENCES OF');
    const found = await wsman.query(query, options.namespace?.replaceAll('\\', '/'));
    return options.showData ? found : found.map(hidden);
  },
  columns: { of: columnsOf },
});

const hidden = ({ className, properties }: Instance): Instance => ({
  className,
  properties: new Map([...properties].map(([name, values]) => [name, values.map(hiddenValue)])),
});

const hiddenValue = (value: Value): Value => (typeof value === 'string' ? withoutUserData(value) : value);

/** All properties that any of the instances has. */
function columnsOf(rows: readonly Instance[]): readonly Column<Instance>[] {
  const names = new Set(rows.flatMap(({ properties }) => [...properties.keys()]));
  const columns = [...names].map((name) => ({
    title: name,
    value: ({ properties }: Instance) => plainValue(name, properties.get(name) ?? []),
  }));
  return columns.length > 0 ? columns : [{ title: 'Instance', value: () => null }];
}
