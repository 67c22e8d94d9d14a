/** What a person at a terminal is told while nothing comes: what is waited for, on one line that goes again. */
import type { Host, Sink } from '../host/host.js';
import type { Decorator, HttpRequest, HttpResponse } from '../http/transport.js';
import { visibleLine } from '../lib/escape.js';

/** Milliseconds of silence after which something is said, and from one look at it to the next. */
const SILENCE = 1000;
const LOOK = 250;
const MIB = 1024 * 1024;

export interface ProgressLine {
  /** Where the run writes: the line is gone before anything else is written. */
  readonly host: Host;
  /** Sees what is asked; of several clouds, which one is. */
  readonly decorator: Decorator;
  readonly decoratorOf: (cloud: string) => Decorator;
  /** Something else is waited for, until the function that it gives is called. */
  waitFor(what: string): () => void;
  /** Nothing more is said, and what is said on standard error is held until `close`: a pager has the terminal. */
  yieldTerminal(): void;
  /** Takes the line away for good. */
  close(): Promise<void>;
}

/** A request that is waited for, as people call it. */
interface Waiting {
  readonly what: string;
  done: number;
  total: number | undefined;
}

/** @param host whose standard error is a terminal */
export function progressLine(host: Host): ProgressLine {
  const waiting = new Set<Waiting>();
  const pages = new Map<string, number>();
  const held: (string | Uint8Array)[] = [];
  let quietSince = host.now();
  let isShown = false;
  let isOff = false;
  let isHolding = false;
  // Bytes: what stands in them is to be obeyed.
  const draw = (text: string): void => void host.stderr.write(Buffer.from(text));
  const clear = (): void => {
    if (isShown) draw(host.env.TERM === 'dumb' ? `\r${' '.repeat(LONGEST)}\r` : '\r\x1b[K');
    isShown = false;
  };
  const look = (): void => {
    const current = [...waiting].at(-1);
    if (isOff || current === undefined || host.now() - quietSince < SILENCE) return;
    clear();
    isShown = true;
    draw(lineOf(current, Math.floor((host.now() - quietSince) / 1000), (host.stderr.columns?.() ?? 80) - 1));
  };
  const stop = host.every(LOOK, look);
  const passing = (sink: Sink, isError: boolean): Sink => ({
    ...sink,
    write: (text) => {
      if (isError && isHolding) return void held.push(text);
      clear();
      quietSince = host.now();
      // A command that draws a line of its own knows better how far it is.
      if (isError && typeof text !== 'string' && text[0] === 0x0d) isOff = true;
      return sink.write(text);
    },
  });
  /** While a person is asked something, the line is theirs. */
  const asking = async <T>(ask: () => Promise<T>): Promise<T> => {
    const wasOff = isOff;
    clear();
    isOff = true;
    try {
      return await ask();
    } finally {
      isOff = wasOff;
      quietSince = host.now();
    }
  };
  const { stdin } = host;
  const watching =
    (cloud?: string): Decorator =>
    (next) =>
    async (request) => {
      const name = nameOf(request, pages);
      const one: Waiting = { what: cloud === undefined ? name : `${cloud}, ${name}`, done: 0, total: undefined };
      waiting.add(one);
      try {
        const response = await next(request);
        const length = Number(response.headers['content-length']);
        if (Number.isFinite(length)) one.total = length;
        return { ...response, body: watched(response.body, one, () => waiting.delete(one)) };
      } catch (error) {
        waiting.delete(one);
        throw error;
      }
    };
  return {
    host: {
      ...host,
      stdout: passing(host.stdout, false),
      stderr: passing(host.stderr, true),
      stdin: {
        ...stdin,
        readLine: () => asking(() => stdin.readLine()),
        askPassword: (question) => asking(() => stdin.askPassword(question)),
      },
      runProgram: (words) => asking(() => host.runProgram(words)),
    },
    decorator: watching(),
    decoratorOf: watching,
    waitFor: (what) => {
      const one: Waiting = { what, done: 0, total: undefined };
      waiting.add(one);
      return () => void waiting.delete(one);
    },
    yieldTerminal: () => {
      clear();
      isOff = true;
      isHolding = true;
    },
    close: async () => {
      stop();
      clear();
      isOff = true;
      isHolding = false;
      for (const text of held.splice(0)) await host.stderr.write(text);
    },
  };
}

const LONGEST = 78;

/** Counts the bytes that come. */
async function* watched(body: HttpResponse['body'], one: Waiting, over: () => void): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      one.done += chunk.length;
      yield chunk;
    }
  } finally {
    over();
  }
}

/** `Waiting for page 12 of servers, 4 s`; of a long answer how much of it has come. */
function lineOf({ what, done, total }: Waiting, seconds: number, most: number): string {
  const mib = (bytes: number): string => Math.floor(bytes / MIB).toLocaleString('en-US');
  const size = done < MIB ? '' : total === undefined ? `${mib(done)} MiB, ` : `${mib(done)} of ${mib(total)} MiB, `;
  const line = visibleLine(`Waiting for ${what}: ${size}${seconds} s`);
  return line.slice(0, Math.max(1, Math.min(most, LONGEST)));
}

/** What a request asks for: the login, or the last word of its path that is no id; the page where it is one of several. */
function nameOf({ method, url }: HttpRequest<unknown>, pages: Map<string, number>): string {
  const { pathname, host, searchParams } = new URL(url);
  if (/\/tokens(?:\/|$)/.test(pathname)) return `the login at ${host}`;
  const words = pathname
    .split('/')
    .filter((word) => /^[a-z][\w.-]*[a-z]$/i.test(word) && !/^[0-9a-f-]{32,}$/i.test(word));
  const name = words.filter((word) => word !== 'detail').at(-1) ?? host;
  if (method !== 'GET' && method !== 'HEAD') return name;
  const list = `${host}${pathname}`;
  // What is asked for without a marker begins anew.
  const page = searchParams.has('marker') ? (pages.get(list) ?? 1) + 1 : 1;
  pages.set(list, page);
  return page > 1 ? `page ${page} of ${name}` : name;
}
