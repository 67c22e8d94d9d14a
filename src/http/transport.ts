/**
 * The one seam to the outside world: a request goes in, a response comes out. The network (`http-transport.ts`), the
 * embedded cloud (`sandbox/`), the tracer and the retrier are all of this shape, so any of them can stand in for another.
 */

/**
 * One HTTP request, complete: nothing ambient is added on the way but `Host`, `Connection` and the length of the body.
 * `Body`: a text, unless long bodies are sent (`byte-streams.ts`).
 */
export interface HttpRequest<Body = string> {
  readonly method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute, `http:` or `https:`. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Body;
  /**
   * It changes nothing, though its method could: a login. (RFC 9110, 9.2.1, calls that safe.) It is sent once, too. False:
   * it changes something by GET.
   */
  readonly safe?: boolean;
}

/** One HTTP response. A redirect is a response like any other: transports never follow one. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; a repeated header's values joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it arrives. Must be read to its end or returned (`break` in a `for await`), else the socket stays open. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Sends one request. Rejects with a `Failure` when there is no response: refused, cut, timed out, not trusted. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;

/** Does it change something, as far as its method or its caller tells? */
export const isChange = ({ method, safe }: Pick<HttpRequest<unknown>, 'method' | 'safe'>): boolean =>
  !(safe ?? (method === 'GET' || method === 'HEAD' || method === 'OPTIONS'));

/** Something between a caller and a transport: the tracer, the retrier. */
export type Decorator = (next: Transport) => Transport;

/** Joins decorators around a transport; the first one named sees a request first. */
export function compose(transport: Transport, ...decorators: readonly Decorator[]): Transport {
  return decorators.reduceRight((next, decorate) => decorate(next), transport);
}
