import { show } from '../../command/define.js';
import { flag, many, optionalArgument, text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import type { Field } from '../../core/view.js';
import { refuseSlash } from '../../services/object-store/call.js';
import { accountFields, containerFields, objectFields } from '../../services/object-store/fields.js';

export const about = { summary: 'Displays information for the account, container, or object.' };

const wholeHelp = `Usage: swift stat [--lh] [--header <header:value>]
                  [--version-id <version_id>]
                  [<container> [<object>]]

Displays information for the account, container, or object.

Positional arguments:
  [<container>]           Name of container to stat from.
  [<object>]              Name of object to stat.

Optional arguments:
  --lh                  Report sizes in human readable format similar to
                        ls -lh.
  --version-id <version-id>
                        Report stat of specific version of a versioned object.
  -H, --header <header:value>
                        Adds a custom request header to use for stat.`;

export default show({
  openstack: [
    'object show {container} {object} {human?} {header?} {versionId?}',
    'container show {container} {human?} {header?}',
    'object store account show {human?} {header?}',
  ],
  wholeHelp,
  options: {
    human: flag('Report sizes in human readable format similar to ls -lh.', { long: 'lh', formats: ['table'] }),
    versionId: text('<version-id>', 'Report stat of specific version of a versioned object.'),
    header: many('<header:value>', 'Adds a custom request header to use for stat.', { short: 'H' }),
  },
  arguments: {
    container: optionalArgument('<container>', 'Name of container to stat from.'),
    object: optionalArgument('<object>', 'Name of object to stat.'),
  },
  fields: async ({ session, options: given, verbosity, args: { container, object } }): Promise<readonly Field[]> => {
    const options = { ...given, verbose: verbosity === 'verbose' };
    if (options.versionId !== undefined && object === undefined) {
      throw new Failure('--version-id option only allowed for object stats');
    }
    if (container === undefined) return accountFields(session, options);
    refuseSlash(container);
    return object === undefined
      ? containerFields(session, container, options)
      : objectFields(session, container, object, options);
  },
});
