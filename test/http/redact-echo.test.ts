import assert from 'node:assert/strict';
import { it } from 'node:test';
import { redactEcho } from '../../src/http/redact-echo.js';
import type { HttpRequest } from '../../src/http/transport.js';

const request = (body: string, headers: Record<string, string> = {}): HttpRequest => ({
  method: 'POST',
  url: 'http://cloud/v3/auth/tokens',
  headers,
  body,
});

it('what a server quotes of a request is shown without the secrets in it', () => {
  const login = request('{"user": {"name": "admin", "password": "tr\\"0ub4dor"}}', {
    'x-auth-token': 'abcdef0123456789',
  });
  assert.equal(redactEcho('abcdef0123456789 is no token', login), '*** is no token');
  assert.equal(
    redactEcho('tr"0ub4dor is wrong, so is {"password": "tr\\"0ub4dor"}', login),
    '*** is wrong, so is {"password": "***"}',
  );
  assert.equal(redactEcho('admin is wrong', request('{"password": "admin"}')), 'admin is wrong');
  assert.equal(redactEcho('as it is', { method: 'GET', url: 'http://cloud/', headers: {} }), 'as it is');
});
