import { type Secrets, secretRegistry } from '../core/secrets.js';
import { OBEYED } from '../lib/shell.js';
import { requestIdOf } from './api-errors.js';
import { curlLine, redactedBody } from './curl.js';
import { beginningOfJson } from './partial-json.js';
import { learnFromHeaders, redactHeader, redactUrl } from './redact.js';
import { type Ending, tee } from './tee.js';
import type { Decorator, HttpResponse } from './transport.js';

export interface TraceOptions {
  /** Takes text that ends in a newline. */
  readonly write: (text: string) => void;
  /** Milliseconds. */
  readonly now: () => number;
  /** What must not be seen, wherever it turns up. */
  readonly secrets?: Secrets;
  /** How the transport verifies, for the curl line. */
  readonly insecure?: boolean;
  readonly cacert?: string;
}

/** Bytes of a body that are kept to be shown. */
const MOST_SHOWN = 256 * 1024;

/**
 * Shows every exchange for `--debug`, in keystoneauth's form (`REQ:`, `RESP:`, `RESP BODY:`), the login too, which
 * keystoneauth leaves out. Tokens are shown as hashes and other secrets not at all, in headers and bodies alike. What
 * the caller gets is the same, byte for byte and as it arrives.
 */
export function trace(options: TraceOptions): Decorator {
  const secrets = options.secrets ?? secretRegistry();
  const say = (line: string): void => options.write(`${visible(line)}\n`);
  return (next) => async (request) => {
    const start = options.now();
    const took = (): string => `${Math.round(options.now() - start)} ms`;
    say(`REQ: ${curlLine(request, { ...options, secrets })}`);
    const name = `${request.method} call to ${redactUrl(request.url, secrets)}`;
    let response: HttpResponse;
    try {
      response = await next(request);
    } catch (error) {
      say(`${name} failed after ${took()}`);
      throw error;
    }
    say(`RESP: [${response.status}] ${headerText(response, secrets)}`);
    const kept: Uint8Array[] = [];
    let size = 0;
    const see = (chunk: Uint8Array): void => {
      const room = MOST_SHOWN - size;
      if (room > 0) kept.push(chunk.slice(0, room));
      size += chunk.byteLength;
    };
    const done = (ending: Ending): void => {
      if (request.method !== 'HEAD')
        say(`RESP BODY: ${bodyText(response, Buffer.concat(kept), size, ending, secrets)}`);
      const id = requestIdOf(response);
      say(`${name}${id === undefined ? '' : ` used request id ${id}`} took ${took()}`);
    };
    return { ...response, body: tee(response.body, see, done) };
  };
}

function headerText({ headers }: HttpResponse, secrets: Secrets): string {
  learnFromHeaders(headers, secrets);
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${redactHeader(name, value, secrets)}`)
    .join(' ');
}

function bodyText(response: HttpResponse, kept: Buffer, size: number, ending: Ending, secrets: Secrets): string {
  if (size === 0) return ending === 'complete' ? '' : WHY[ending];
  const type = (response.headers['content-type'] ?? '').trim();
  const isJson = /^application\/(\S+\+)?json\b/i.test(type);
  if (!isJson && !/^text\/(plain|html)\b/i.test(type)) {
    return `Omitted, Content-Type is set to ${type || 'nothing'} (${size} bytes).`;
  }
  const text = kept.toString('utf8');
  const isWhole = size === kept.byteLength && ending === 'complete';
  if (isWhole && (!isJson || isParseable(text))) return redactedBody(text, secrets);
  // A text that breaks off could break off within a secret, so only JSON is shown in part: its whole members.
  const beginning = isJson ? beginningOfJson(text) : undefined;
  const why = isWhole
    ? `${size} bytes of broken JSON`
    : ending === 'complete'
      ? `${size} bytes are too many to show`
      : `${WHY[ending]}, ${size} bytes had come`;
  if (beginning === undefined) return `Omitted: ${why}.`;
  return `${redactedBody(JSON.stringify(beginning), secrets)} (the beginning; ${why})`;
}

function isParseable(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const WHY = { complete: '', broken: 'the connection broke', left: 'not read to its end' } as const satisfies Record<
  Ending,
  string
>;

/** Control characters and what hides or turns text, as escapes: a dump is read on a terminal. */
function visible(line: string): string {
  return line.replace(UNPRINTABLE, (char) => {
    const code = char.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

const UNPRINTABLE = new RegExp(`[\\x00-\\x1f]|${OBEYED.source}`, 'g');
