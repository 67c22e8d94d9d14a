import assert from 'node:assert/strict';
import { test } from 'node:test';
import nova from '../../src/classic/nova.js';
import type { ApiErrorWords } from '../../src/core/api-error-words.js';
import { Failure } from '../../src/core/errors.js';
import { type HttpFailure, httpFailure, parseJson } from '../../src/http/api-errors.js';
import type { HttpRequest } from '../../src/http/transport.js';
import { fc } from '../support/property.js';

const request: HttpRequest = { method: 'GET', url: 'http://c01:8774/v2/servers', headers: {} };

function refused(status: number, body: unknown, headers: Record<string, string> = {}): HttpFailure {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return httpFailure(request, { status, headers }, text, nova.apiErrors.compute);
}

test('every shape of error gives its message', () => {
  const cases: [number, unknown, string][] = [
    [
      401,
      { error: { code: 401, title: 'Unauthorized', message: 'The request you have made requires authentication.' } },
      'The request you have made requires authentication. (HTTP 401)',
    ],
    [
      404,
      { itemNotFound: { code: 404, message: 'Instance 1 could not be found.' } },
      'Instance 1 could not be found. (HTTP 404)',
    ],
    [
      404,
      { NeutronError: { type: 'NetworkNotFound', message: 'Network n could not be found.', detail: '' } },
      'Network n could not be found. (HTTP 404)',
    ],
    [409, { NeutronError: { type: 'X', message: 'In use.', detail: 'By a port.' } }, 'In use. By a port. (HTTP 409)'],
    [400, { QuantumError: 'Bad thing' }, 'Bad thing (HTTP 400)'],
    [503, { message: 'Come back later', code: '503' }, 'Come back later (HTTP 503)'],
    [400, { errors: [{ status: 400, title: 'Bad', detail: 'No such trait' }] }, 'No such trait (HTTP 400)'],
    [401, 'Authentication required', 'Authentication required (HTTP 401)'],
    [
      401,
      '<html>\n <head>\n  <title>401 Unauthorized</title>\n </head>\n <body>\n  <h1>401 Unauthorized</h1>\n' +
        '  This server could not verify that you&#39;re authorized.<br /><br />\n\n\n\n </body>\n</html>',
      "This server could not verify that you're authorized. (HTTP 401)",
    ],
    [
      404,
      '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was not ' +
        'found on the server.</p>\n',
      'The requested URL was not found on the server. (HTTP 404)',
    ],
    [502, '<html><head><title>502 Bad Gateway</title></head><body></body></html>', 'Bad Gateway (HTTP 502)'],
    [404, '', 'Not found (HTTP 404)'],
    [500, { computeFault: { code: 500 } }, 'Unknown Error (HTTP 500)'],
    [403, { forbidden: null }, 'Forbidden (HTTP 403)'],
    [409, '[]', 'Conflict (HTTP 409)'],
  ];
  for (const [status, body, message] of cases) assert.equal(refused(status, body).message, message);
});

test('the kind of failure has the name that the compute client, or keystoneauth, gives it', () => {
  const names = (words: ApiErrorWords | undefined, ...statuses: number[]): string[] =>
    statuses.map((status) => httpFailure(request, { status, headers: {} }, '', words).name);
  assert.deepEqual(names(nova.apiErrors.compute, 400, 401, 403, 404, 406, 409, 413, 429, 500, 501), [
    ...['BadRequest', 'Unauthorized', 'Forbidden', 'NotFound', 'NotAcceptable', 'Conflict', 'OverLimit', 'RateLimit'],
    ...['ClientException', 'HTTPNotImplemented'],
  ]);
  assert.deepEqual(names(undefined, 401, 404, 413, 418, 500, 501, 503, 599, 300), [
    ...['Unauthorized', 'NotFound', 'RequestEntityTooLarge', 'HTTPClientError', 'InternalServerError'],
    ...['HttpNotImplemented', 'ServiceUnavailable', 'HttpServerError', 'HttpError'],
  ]);
});

test('a client may have a sentence of its own, of the same facts', () => {
  const sentence: ApiErrorWords['sentence'] = ({ method, url, status, message, requestId }) =>
    `${method} of ${url} failed with ${status}: ${message} (${requestId})`;
  const words = { kind: () => ['ClientException', 'refused'] as const, sentence };
  const headers = { 'x-openstack-request-id': 'req-2' };
  const { message, name } = httpFailure(request, { status: 404, headers }, '', words);
  assert.deepEqual([name, message], ['ClientException', `GET of ${request.url} failed with 404: refused (req-2)`]);
});

test('the request id is shown, the compute one before the common one, and nothing that only looks like it', () => {
  const common = { 'x-openstack-request-id': 'req-2' };
  assert.equal(refused(404, '', common).message, 'Not found (HTTP 404) (Request-ID: req-2)');
  const both = refused(404, '', { ...common, 'x-compute-request-id': 'req-1' });
  assert.equal(both.message, 'Not found (HTTP 404) (Request-ID: req-1)');
  assert.equal(both.requestId, 'req-1');
  assert.equal(refused(404, '', { 'x-openstack-request-id': 'req-1, req-1' }).requestId, 'req-1');
  assert.equal(refused(404, '', { 'x-openstack-request-id': '\u001b[2J' }).message, 'Not found (HTTP 404)');
});

test('a failure says what was asked and what the server said, apart from the sentence', () => {
  const error = refused(403, { forbidden: { message: 'Policy says no.' } });
  assert.deepEqual(
    { status: error.status, method: error.method, url: error.url, said: error.serverMessage, exit: error.exitReason },
    { status: 403, method: 'GET', url: 'http://c01:8774/v2/servers', said: 'Policy says no.', exit: 'failed' },
  );
});

test('an answer without a message says in the hint what it was', () => {
  assert.match(refused(404, '<html><body></body></html>').hint ?? '', /answered with a web page/);
  assert.match(refused(500, '\u0000\u0001').hint ?? '', /something that is no text/);
  assert.match(refused(500, '{"a":').hint ?? '', /JSON that holds no message/);
  assert.equal(refused(500, '').hint, undefined);
});

test('whatever a server answers, the message is one line of sane length', () => {
  const html = fc.string().map((text) => `<html><title>${text}</title><h1>x</h1>${text}`);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), html, fc.json()), fc.nat(999), (body, status) => {
      const { message } = refused(status, body);
      assert.match(message, new RegExp(` \\(HTTP ${status}\\)$`));
      assert.doesNotMatch(message, /[\n\r]/);
      assert.ok(message.length < 1100);
    }),
  );
  assert.ok(refused(500, { error: { message: 'x\n'.repeat(1_000_000) } }).message.length < 1100);
});

test('an answer that is not JSON is named by its type', () => {
  const said = (text: string, type = 'text/html'): string => {
    try {
      parseJson(text, request, { headers: { 'content-type': type } });
    } catch (error) {
      assert.ok(error instanceof Failure);
      return `${error.message} / ${error.hint ?? ''}`;
    }
    return 'fine';
  };
  const url = 'http://c01:8774/v2/servers';
  assert.equal(
    said('<html><body>It works!'),
    `${url} answered with HTML, not JSON / Is this really an OpenStack endpoint?`,
  );
  assert.equal(said(' \n'), `${url} answered with nothing, where JSON was expected / `);
  assert.match(said('It works!', 'text/plain'), /something that is not JSON \(text\/plain\) \/ Is this really/);
  assert.match(said('{"servers": nope}'), /answered with JSON that is broken/);
  assert.equal(said('{"servers": []}'), 'fine');
});

test('JSON that was cut anywhere is called cut, not broken', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (value, part) => {
        const whole = JSON.stringify(value);
        assert.deepEqual(parseJson(whole, request, { headers: {} }), JSON.parse(whole));
        const cut = whole.slice(0, 1 + Math.floor(part * (whole.length - 1.001)));
        assert.throws(
          () => parseJson(cut, request, { headers: {} }),
          /answered with JSON that was cut short, after \d+ bytes/,
        );
      },
    ),
  );
});
