/** The operations of WS-Management on one host. */
import { randomUUID } from 'node:crypto';
import { Failure } from '../../core/errors.js';
import { childOf, escapeXml, readXml, type XmlElement, XmlError } from '../../lib/xml.js';
import { anonymousPost, answerText, type Channel, type Endpoint, type Link, notKnown } from './channel.js';
import { type Envelope, envelopeText, identifyText, methodInput, type Parameter, type Reference } from './envelope.js';
import { faultIn, WsmanFault } from './fault.js';
import { type Instance, instanceOf } from './instance.js';
import { ADDRESSING, actions, ENUMERATION, HYPERV_NAMESPACE, resourceOf, SOAP, WQL_DIALECT } from './names.js';
import type { Query } from './wql.js';

/** Which product answers, as it says itself. */
export interface Identity {
  readonly vendor: string;
  readonly version: string;
}

export interface Wsman {
  readonly host: string;
  readonly url: string;
  /** Needs no login. */
  identify(): Promise<Identity>;
  /** All that a query finds. */
  query(query: Query, namespace?: string): Promise<readonly Instance[]>;
  get(target: Reference): Promise<Instance>;
  /** Calls a method, once; its answer's parameters. */
  invoke(
    target: Reference,
    method: string,
    parameters: Readonly<Record<string, Parameter>>,
    safe?: boolean,
  ): Promise<Instance>;
  close(): Promise<void>;
}

export interface WsmanOptions {
  readonly endpoint: Endpoint;
  readonly link: Link;
  /** Opened when it is first needed: a password may have to be asked for. */
  readonly channel: () => Promise<Channel>;
  /** Seconds that the service may take for an operation. */
  readonly timeout: number;
  /** Told of each operation, for `--debug`: never what is in it. */
  readonly observe?: (operation: string) => (end: string) => void;
}

/** Every service takes answers of this size (DSP0226 asks for more than 8 KiB; Windows allows 150 KiB or more). */
const MAX_SIZE = 153_600;
/** Items that are asked for at once, to begin with. */
const PAGE = 100;
/** Items that a query may find. */
const MOST = 200_000;
/** Pages in a row without an item. */
const EMPTY_PAGES = 8;

/** A client of one host's WS-Management service (DSP0226): one request after the other, over one connection. */
export function wsmanClient(options: WsmanOptions): Wsman {
  const { endpoint, link, timeout, observe } = options;
  const { host, url } = endpoint;
  let channel: Promise<Channel> | undefined;
  // A connection carries one request at a time, and a message that is sealed has its number.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
  const observed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const end = observe?.(`${url} ${what}`);
    try {
      const result = await work();
      end?.('done');
      return result;
    } catch (error) {
      end?.(error instanceof WsmanFault ? `fault ${error.subcode}` : 'failed');
      throw error;
    }
  };
  /** Sends a message, and gives the body of its answer. */
  const call = (message: Pick<Envelope, 'action' | 'target' | 'body'>, safe: boolean): Promise<XmlElement> => {
    const name = message.action.replace(/^.*\//, '');
    const what = `${name} ${message.target.resource.replace(/^.*\//, '')}`;
    return inTurn(() =>
      observed(what, async () => {
        channel ??= options.channel();
        const messageId = `uuid:${randomUUID().toUpperCase()}`;
        const envelope = envelopeText({ to: url, messageId, timeout, maxSize: MAX_SIZE, ...message });
        const { text } = await (await channel).post({ envelope, safe });
        return bodyOf(host, text, safe, messageId);
      }),
    );
  };

  const enumerate = async (query: Query, namespace: string, pageSize: number): Promise<readonly Instance[]> => {
    const target = { resource: resourceOf('*', namespace), selectors: {} };
    const filter = `<w:Filter Dialect="${WQL_DIALECT}">${escapeXml(query.text)}</w:Filter>`;
    const limit = `<w:MaxElements>${pageSize}</w:MaxElements>`;
    const start = `<n:Enumerate><w:OptimizeEnumeration/>${limit}${filter}</n:Enumerate>`;
    let response = childOf(await call({ action: actions.enumerate, target, body: start }, true), 'EnumerateResponse');
    const found: Instance[] = [];
    let empty = 0;
    for (;;) {
      if (response === undefined) throw unexpected(host, 'the answer is not that of an enumeration');
      const items = childOf(response, 'Items')?.children ?? [];
      for (const item of items) found.push(instanceOf(item));
      const context = childOf(response, 'EnumerationContext')?.text.trim() ?? '';
      // The end mark may stand in either namespace, and beside a context; or there is only an empty context.
      const isEnd = childOf(response, 'EndOfSequence') !== undefined || context === '';
      empty = items.length === 0 ? empty + 1 : 0;
      const isTooLong = found.length > MOST || (!isEnd && empty > EMPTY_PAGES);
      if (isEnd && !isTooLong) return found;
      if (isTooLong) {
        if (!isEnd) await release(context);
        throw unexpected(
          host,
          found.length > MOST ? `more than ${MOST} items` : 'pages without an end and without items',
        );
      }
      const body = `<n:Pull><n:EnumerationContext>${escapeXml(context)}</n:EnumerationContext><n:MaxElements>${pageSize}</n:MaxElements></n:Pull>`;
      response = childOf(await call({ action: actions.pull, target, body }, true), 'PullResponse', ENUMERATION);
    }

    async function release(context: string): Promise<void> {
      const body = `<n:Release><n:EnumerationContext>${escapeXml(context)}</n:EnumerationContext></n:Release>`;
      await call({ action: actions.release, target, body }, true).catch(() => undefined);
    }
  };

  return {
    host,
    url,
    identify: () =>
      inTurn(() =>
        observed('Identify', async () => {
          const text = await answerText(endpoint, await anonymousPost(endpoint, link, identifyText));
          const found = childOf(bodyOf(host, text, true), 'IdentifyResponse');
          if (found === undefined) throw unexpected(host, 'the answer does not say which product it is');
          const word = (name: string) => childOf(found, name)?.text.trim() ?? '';
          return { vendor: word('ProductVendor'), version: word('ProductVersion') };
        }),
      ),
    query: async (query, namespace = HYPERV_NAMESPACE) => {
      let pageSize = PAGE;
      let isSecond = false;
      for (;;) {
        try {
          return await enumerate(query, namespace, pageSize);
        } catch (error) {
          if (!(error instanceof WsmanFault)) throw error;
          // Reading twice does no harm. A page that is too long cannot be asked for again: from the beginning, then.
          if (error.subcode === 'EncodingLimit' && pageSize > 1) pageSize = Math.ceil(pageSize / 4);
          else if (['InvalidEnumerationContext', 'TimedOut'].includes(error.subcode) && !isSecond) isSecond = true;
          else throw error;
        }
      }
    },
    get: async (target) => {
      const [instance] = (await call({ action: actions.get, target, body: '' }, true)).children;
      if (instance === undefined) throw unexpected(host, 'an empty answer');
      return instanceOf(instance);
    },
    invoke: async (target, method, parameters, safe = false) => {
      const action = `${target.resource}/${method}`;
      const body = methodInput(target.resource, method, parameters);
      const answer = await call({ action, target, body }, safe).catch((error: unknown) => {
        // The service has stopped waiting for it, which does not say that it was not done.
        if (!safe && error instanceof WsmanFault && error.subcode === 'TimedOut') throw notKnown(error.message);
        throw error;
      });
      // Windows names it after the method, others after the class.
      const output = answer.children.find(({ name }) => name.endsWith('_OUTPUT'));
      if (output === undefined) throw unexpected(host, `the answer is not that of ${method}`, safe);
      return instanceOf(output);
    },
    close: async () => {
      const opened = await channel?.catch(() => undefined);
      await (opened ?? link).close();
    },
  };
}

/** The body of an answer, if it is one to this message. */
function bodyOf(host: string, text: string, safe: boolean, messageId?: string): XmlElement {
  const root = envelopeOf(host, text, safe);
  const body = childOf(root, 'Body', SOAP);
  const fault = faultIn(body, host);
  if (fault !== undefined) throw fault;
  if (body === undefined) throw unexpected(host, 'the answer has no body', safe);
  const relatesTo = childOf(childOf(root, 'Header', SOAP), 'RelatesTo', ADDRESSING)?.text.trim();
  if (messageId !== undefined && relatesTo?.toUpperCase() !== messageId.toUpperCase()) {
    throw unexpected(host, 'the answer belongs to another message', safe);
  }
  return body;
}

function envelopeOf(host: string, text: string, safe: boolean): XmlElement {
  try {
    const root = readXml(text);
    if (root.name === 'Envelope' && root.uri === SOAP) return root;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw unexpected(host, `the answer is not XML as it is read here: ${error.message.replace(/\s+/g, ' ')}`, safe);
  }
  throw unexpected(host, 'the answer is no SOAP envelope', safe);
}

function unexpected(host: string, what: string, safe = true): Failure {
  const said = `${host}: ${what}`;
  return safe ? new Failure(`${said}.`, { name: 'UnexpectedAnswer' }) : notKnown(said);
}
