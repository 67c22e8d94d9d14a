import { plainText } from '../../command/define.js';
import { argument, text } from '../../command/options.js';
import { consoleOutput } from '../../services/compute/server-subresources.js';

export const about = { summary: 'Get console log output of a server.' };

export default plainText({
  openstack: 'console log show {length:--lines}',
  login: true,
  options: { length: text('<length>', 'Length in lines to tail.') },
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  run: async function* ({ session, options, args }) {
    yield await consoleOutput(session, args.server, options.length);
    yield '\n';
  },
});
