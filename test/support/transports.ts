import type { HttpRequest, HttpResponse, Transport } from '../../src/http/transport.js';

/** A transport that remembers what went through it: `GET http://…`, in order. */
export function counting(transport: Transport): {
  readonly transport: Transport;
  readonly requests: string[];
  readonly sent: HttpRequest[];
} {
  const requests: string[] = [];
  const sent: HttpRequest[] = [];
  return {
    requests,
    sent,
    transport: (request) => {
      requests.push(`${request.method} ${request.url}`);
      sent.push(request);
      return transport(request);
    },
  };
}

/** A response with a body: text as it is, anything else as JSON. */
export function response(status: number, body: unknown = '', headers: Record<string, string> = {}): HttpResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  return { status, headers: { 'content-type': type, ...headers }, body: bytes() };
}

/** Answers by `METHOD URL`; what is not in the script is a 404 page. */
export function scripted(script: Readonly<Record<string, (request: HttpRequest) => HttpResponse>>): Transport {
  return async (request) => {
    const answer = script[`${request.method} ${request.url}`];
    return answer === undefined ? NOT_FOUND() : answer(request);
  };
}

/** The cloud behind the transport, but for the paths that match: there is a web page saying 404. */
export function lacking(transport: Transport, path: RegExp, status = 404): Transport {
  return async (request) =>
    path.test(new URL(request.url).pathname)
      ? response(status, '<!doctype html><title>404 Not Found</title><h1>Not Found</h1>')
      : transport(request);
}

const NOT_FOUND = (): HttpResponse => response(404, '<html><title>404 Not Found</title></html>');
