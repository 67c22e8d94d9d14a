import { plainText } from '../../command/define.js';
import { argument, flag, optionalArgument, text } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
import { visibleText } from '../../lib/escape.js';
import { OBEYED } from '../../lib/shell.js';
import { ask } from '../../services/raw.js';
import type { Call } from '../../session/session.js';

export const about = { summary: 'Send any request to a service, and print its answer.' };

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const command = plainText({
  login: true,
  options: {
    data: text('<json>', 'Body of the request, as JSON; -d is the same.', { short: 'd' }),
    paginate: flag('Ask for all pages of a list, and print one after the other.'),
  },
  arguments: {
    method: argument('<method>', 'GET, HEAD, POST, PUT, PATCH or DELETE, sent without a question; left out: GET.'),
    service: optionalArgument(
      '<service>',
      'Type of the service, as in the catalogue: image, identity; left out: compute.',
    ),
    path: optionalArgument(
      '<path>',
      "What follows the service's URL in the catalogue, with its query: '/servers?limit=2'.",
    ),
  },
  run: async function* ({ session, args, options, program }) {
    const { method, service, path } = requestOf(args);
    const body = options.data === undefined ? {} : { body: parsed(options.data) };
    for await (const answer of ask(session, { service, path, method, ...body }, options.paginate)) {
      const shown = program.isTerminal() ? forPeople(answer.body) : answer.body;
      if (shown !== '') yield shown.endsWith('\n') ? shown : `${shown}\n`;
    }
  },
});

/** What it changes, only the person knows. */
export default { ...command, change: {} };

/** What the words say: the last one is the path; of two, the first one is a method or a service. */
function requestOf(args: {
  readonly method: string;
  readonly service: string | undefined;
  readonly path: string | undefined;
}): Pick<Call, 'service' | 'path'> & { readonly method: (typeof METHODS)[number] } {
  const words = [args.method, args.service, args.path].filter((word) => word !== undefined);
  const method = METHODS.find((one) => one === args.method.toUpperCase());
  if (words.length === 3 && method === undefined) {
    throw new UsageError(`argument <method>: invalid choice: '${args.method}'`);
  }
  const rest = method === undefined ? words : words.slice(1);
  const typed = rest.at(-1);
  if (typed === undefined) throw new UsageError('the following arguments are required: <path>');
  const path = typed.startsWith('/') || typed === '' ? typed : `/${typed}`;
  return { method: method ?? 'GET', service: rest.length === 2 ? (rest[0] ?? '') : 'compute', path };
}

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
