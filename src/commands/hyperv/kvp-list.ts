import { argument, flag, manyOf } from '../../command/options.js';
import { fingerprint, type KvpItem, readItems, type Source, sources, USER_DATA_KEY } from '../../hyperv/kvp.js';
import { findVm } from '../../hyperv/vms.js';
import { hostList } from '../shared/hyperv.js';

export const about = { name: 'kvp list', summary: 'List the data that a host and a guest exchange.' };

/** A text that nobody can read as an item may be one. */
const isUserData = ({ name, data }: KvpItem): boolean =>
  name === USER_DATA_KEY || (name === undefined && data.includes(USER_DATA_KEY));

type Row = KvpItem & { readonly isShown: boolean };

export default hostList({
  options: {
    from: manyOf(sources, 'Only items of this source (repeatable).'),
    showData: flag('Show user data, too.'),
  },
  arguments: { host: argument('<host>', 'Host.'), vm: argument('<vm>', 'Name or ID of the machine.') },
  hosts: async ({ args }) => [args.host],
  rows: async ({ args, options }, wsman): Promise<readonly Row[]> => {
    const wanted = options.from.length === 0 ? sources : (options.from as readonly Source[]);
    const items = await readItems(wsman, await findVm(wsman, args.vm), wanted);
    return items.map((item) => ({ ...item, isShown: options.showData || !isUserData(item) }));
  },
  columns: [
    { title: 'Source', value: ({ source }) => source },
    { title: 'Name', value: ({ name }) => name ?? null },
    { title: 'Data', value: ({ data, isShown }) => (isShown ? data : fingerprint(data)) },
  ],
});
