import { plainText } from '../../command/define.js';
import { argument, flag, text } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
import { visibleText } from '../../lib/escape.js';
import { OBEYED } from '../../lib/shell.js';
import { ask } from '../../services/raw.js';

export const about = { summary: 'Send any request to a service, and print its answer.' };

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export default plainText({
  login: true,
  options: {
    data: text('<json>', 'Body of the request, as JSON; -d is the same.', { short: 'd' }),
    paginate: flag('Ask for all pages of a list, and print one after the other.'),
  },
  arguments: {
    method: argument('<method>', 'GET, HEAD, POST, PUT, PATCH or DELETE; nothing is asked before it is sent.'),
    service: argument('<service>', 'Type of the service, as in the catalogue: compute, image, identity.'),
    path: argument('<path>', "What follows the service's URL in the catalogue, with its query: '/servers?limit=2'."),
  },
  run: async function* ({ session, args, options, program }) {
    const method = METHODS.find((one) => one === args.method.toUpperCase());
    if (method === undefined) throw new UsageError(`argument <method>: invalid choice: '${args.method}'`);
    const path = args.path.startsWith('/') || args.path === '' ? args.path : `/${args.path}`;
    const body = options.data === undefined ? {} : { body: parsed(options.data) };
    for await (const answer of ask(session, { service: args.service, path, method, ...body }, options.paginate)) {
      const shown = program.isTerminal() ? forPeople(answer.body) : answer.body;
      if (shown !== '') yield shown.endsWith('\n') ? shown : `${shown}\n`;
    }
  },
});

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    throw new UsageError('argument --data: it is not JSON');
  }
}

/** Indented if it is JSON; nothing in it that a terminal would obey. */
function forPeople(body: string): string {
  try {
    const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return JSON.stringify(JSON.parse(body), null, 2).replace(OBEYED, escaped);
  } catch {
    return visibleText(body);
  }
}
