import type { Context } from '../../command/context.js';
import { commandOf } from '../../command/define.js';
import { flag, many, optionalArgument, text, type Values } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import type { ListView, TextView } from '../../core/view.js';
import { headersOf } from '../../services/object-store/call.js';
import { containersWith, jsonChunks, listingOf } from '../../services/object-store/listing.js';
import { containerList, objectList } from '../shared/object-lists.js';

export const about = { summary: 'Lists the containers for the account or the objects for a container.' };

const wholeHelp = `Usage: swift list [--long] [--lh] [--totals] [--prefix <prefix>]
                  [--delimiter <delimiter>] [--header <header:value>]
                  [--versions] [<container>]

Lists the containers for the account or the objects for a container.

Positional arguments:
  [<container>]           Name of container to list object in.

Optional arguments:
  -l, --long            Long listing format, similar to ls -l.
  --lh                  Report sizes in human readable format similar to
                        ls -lh.
  -t, --totals          Used with -l or --lh, only report totals.
  -p <prefix>, --prefix <prefix>
                        Only list items beginning with the prefix.
  -d <delim>, --delimiter <delim>
                        Roll up items with the given delimiter. For containers
                        only. See OpenStack Swift API documentation for what
                        this means.
  -j, --json            Display listing information in json
  --versions            Display listing information for all versions
  -H, --header <header:value>
                        Adds a custom request header to use for listing.`;

const options = {
  long: flag('Long listing format, similar to ls -l.', { short: 'l' }),
  human: flag('Report sizes in human readable format similar to ls -lh.', { long: 'lh', formats: ['table'] }),
  totals: flag('Used with -l or --lh, only report totals.', { short: 't' }),
  prefix: text('<prefix>', 'Only list items beginning with the prefix.', { short: 'p' }),
  delimiter: text('<delim>', 'Roll up items with the given delimiter. For containers only.', { short: 'd' }),
  json: flag('Display listing information in json.', { short: 'j', formats: ['table'] }),
  versions: flag('Display listing information for all versions.'),
  header: many('<header:value>', 'Adds a custom request header to use for listing.', { short: 'H' }),
};
const args = { container: optionalArgument('<container>', 'Name of container to list object in.') };

type Given = Context<Values<typeof options>, Values<typeof args>>;

const spec = {
  openstack: [
    'object list {long:--long} {human?} {totals?} {prefix:--prefix} {delimiter:--delimiter} {json:-f json} {versions?} {header?} {container}',
    'container list {long:--long} {human?} {totals?} {prefix:--prefix} {json:-f json} {header?}',
  ],
  wholeHelp,
  options,
  arguments: args,
};

export default commandOf('list' as 'list' | 'text', spec, async (given: Given): Promise<ListView | TextView> => {
  const { session, options: wanted } = given;
  const { container } = given.args;
  const isLong = wanted.long || wanted.human;
  check(given, isLong);
  const place = container === undefined ? {} : { container };
  const pages = listingOf(session, place, { ...wanted, headers: headersOf(wanted.header) });
  const all = container === undefined && isLong ? containersWith(session, pages) : pages;
  if (wanted.json) return { kind: 'text', chunks: jsonChunks(all) };
  return container === undefined ? containerList(all, { ...wanted, isLong }) : objectList(all, { ...wanted, isLong });
});

/** The sentences of swiftclient's `st_list`. */
function check({ options: { delimiter, versions, totals }, args: { container } }: Given, isLong: boolean): void {
  if (delimiter !== undefined && container === undefined) {
    throw new Failure('-d option only allowed for container listings');
  }
  if (versions && container === undefined) throw new Failure('--versions option only allowed for container listings');
  if (totals && !isLong) throw new Failure('Listing totals only works with -l or --lh.');
  if (container?.includes('/')) throw new Failure(wholeHelp);
}
