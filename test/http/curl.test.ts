import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { secretRegistry } from '../../src/core/secrets.js';
import { curlLine } from '../../src/http/curl.js';
import type { HttpRequest } from '../../src/http/transport.js';
import { quote } from '../../src/lib/shell.js';
import { fc, runs } from '../support/property.js';

const secrets = secretRegistry();

/** What a shell makes of a line: its words. */
function words(line: string): string[] {
  const script = `set -- ${line}; for word in "$@"; do printf '%s\\0' "$word"; done`;
  return execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

test('a request is one line in the order of keystoneauth', () => {
  const request: HttpRequest = {
    method: 'POST',
    url: 'http://c01:5000/v3/auth/tokens?nocatalog',
    headers: { 'x-openstack-nova-api-version': '2.1', accept: 'application/json' },
    body: '{"a": "it\'s"}',
  };
  assert.equal(
    curlLine(request, { secrets }),
    "curl -g -i -X POST 'http://c01:5000/v3/auth/tokens?nocatalog' -H 'Accept: application/json' " +
      `-H 'X-Openstack-Nova-Api-Version: 2.1' -d '{"a":"it'\\''s"}'`,
  );
  assert.match(curlLine(request, { secrets, insecure: true }), /^curl -g -i --insecure -X POST /);
  assert.match(curlLine(request, { secrets, cacert: '/my ca' }), /^curl -g -i --cacert '\/my ca' -X POST /);
  assert.match(curlLine({ ...request, method: 'HEAD' }, { secrets }), /^curl -g -i -I 'http/);
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', ' ', '0', '7', '\u001b', '\u202e', 'ё', '@', '-'),
  }),
);

test('a shell reads back each word as it was, and the line is one line of printable characters', () => {
  const values = fc.array(
    text.filter((value) => !/[\0\ud800-\udfff]|\n$/.test(value)),
    { minLength: 20, maxLength: 40 },
  );
  fc.assert(
    fc.property(values, (given) => {
      const line = given.map(quote).join(' ');
      assert.doesNotMatch(line, /[\x00-\x1f\x7f-\x9f\u202a-\u202e]/);
      assert.deepEqual(words(line), given);
    }),
    { numRuns: runs(30) },
  );
});

test('a shell reads back the body and the headers of a request', () => {
  const header = fc.stringMatching(/^[ -~]{1,40}$/).filter((value) => !/pass|secret|token|:\/\/|[[{"]/i.test(value));
  const json = fc.dictionary(fc.stringMatching(/^[a-f'"$\\]{1,5}$/), fc.stringMatching(/^[a-f'"$\\`\n ]{0,20}$/));
  fc.assert(
    fc.property(header, json, (value, body) => {
      const request: HttpRequest = {
        method: 'PUT',
        url: 'http://h/',
        headers: { 'x-a': value },
        body: JSON.stringify(body),
      };
      const read = words(curlLine(request, { secrets }));
      assert.equal(read[read.indexOf('-H') + 1], `X-A: ${value}`);
      assert.deepEqual(JSON.parse(read.at(-1) ?? ''), JSON.parse(JSON.stringify(body)));
    }),
    { numRuns: runs(40) },
  );
});

test('a body that begins with @ is no file name to curl', () => {
  const line = curlLine({ method: 'PUT', url: 'http://h/', headers: {}, body: '@/etc/passwd' }, { secrets });
  assert.match(line, / --data-raw '@\/etc\/passwd'$/);
});
