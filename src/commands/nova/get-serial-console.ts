import { list } from '../../command/define.js';
import { argument, text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { openConsole } from '../../services/compute/consoles.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Get a serial console to a server.' };

export default list({
  openstack: 'console url show --serial {consoleType!}',
  options: { consoleType: text('<type>', 'Type of serial console, default="serial".') },
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  rows: async function* ({ session, options: { consoleType = 'serial' }, args }) {
    if (consoleType !== 'serial') {
      throw new Failure("Invalid parameter value for 'console_type', currently supported 'serial'.");
    }
    yield [await openConsole(session, args.server, consoleType)];
  },
  columns: { type: attribute('Type'), url: attribute('Url') },
});
