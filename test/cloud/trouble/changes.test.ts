/** What an administrator changes while our login is kept: a token, a role, a password, an endpoint. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { fails, logins, openLab, person, revoke, takesNewTokens, works } from './lab.js';

const lab = await openLab();
const TABLE = /\| wiki +\|/;
const projectId = lab.ids.get('project:anne') ?? '';

test('the token is revoked: one new login, and the right table', async (t) => {
  const { env } = await lab.user(t, ['anne']);
  const user = person(t, env);
  const shown = await user('token -f value -c id');
  await revoke(shown.stdout.trim());
  // The compute service has never seen this token, so it asks keystone.
  const result = await user('list --debug');
  assert.deepEqual([result.code, logins(result)], [0, 1], result.stderr);
  assert.match(result.stdout, TABLE);
  works(await user('list'), TABLE);
});

test("a user's only role is taken: the list is refused with a sentence, and comes back with the role", async (t) => {
  const account = await lab.user(t, ['anne']);
  const { id, env } = account;
  const user = person(t, env);
  assert.equal((await user('whoami')).code, 0);
  const role = `/projects/${projectId}/users/${id}/roles/${await lab.roleId('member')}`;
  await lab.admin('DELETE', role);
  fails(await user('list'), /ERROR \(Unauthorized\): .*\(HTTP 401\)/);
  fails(await user('list'), /ERROR \(Unauthorized\): .*\(HTTP 401\)/);
  await lab.admin('PUT', role);
  await takesNewTokens(account, account.password);
  works(await user('list'), TABLE);
});

test('one of two roles is taken: what it allowed is refused, the rest goes on', async (t) => {
  const account = await lab.user(t, ['anne']);
  const { id, env } = account;
  const role = `/projects/${projectId}/users/${id}/roles/${await lab.roleId('admin')}`;
  await lab.admin('PUT', role);
  const user = person(t, env);
  assert.match((await user('whoami')).stdout, /\| roles .*admin/);
  await lab.admin('DELETE', role);
  await takesNewTokens(account, account.password);
  fails(await user('list --all-tenants'), /ERROR \(Forbidden\): .*\(HTTP 403\)/);
  works(await user('list'), TABLE);
});

test('the password is changed, the user is disabled, the user is gone', async (t) => {
  const account = await lab.user(t, ['anne']);
  const { id, env } = account;
  const user = person(t, env);
  assert.equal((await user('whoami')).code, 0);
  await lab.admin('PATCH', `/users/${id}`, { user: { password: 'another' } });
  fails(await user('list'), /ERROR \(Unauthorized\): .*\(HTTP 401\)/);
  await takesNewTokens(account, 'another');
  works(await user('list', { OS_PASSWORD: 'another' }), TABLE);

  const other = person(t, { ...env, OS_PASSWORD: 'another' });
  assert.equal((await other('whoami')).code, 0);
  await lab.admin('PATCH', `/users/${id}`, { user: { enabled: false } });
  fails(await other('list'), /ERROR \(Unauthorized\): .*\(HTTP 401\)/);
  await lab.admin('PATCH', `/users/${id}`, { user: { enabled: true } });
  await takesNewTokens(account, 'another');
  works(await other('list'), TABLE);

  const third = person(t, { ...env, OS_PASSWORD: 'another' });
  assert.equal((await third('whoami')).code, 0);
  await lab.admin('DELETE', `/users/${id}`);
  fails(await third('list'), /ERROR \(Unauthorized\): .*\(HTTP 401\)/);
});

/** A place where the compute service can be reached, until it is closed. */
async function door(t: TestContext) {
  const server = createTcpServer((socket) => {
    const inner = connect(8774, '127.0.0.1');
    socket.on('error', () => inner.destroy());
    inner.on('error', () => socket.destroy());
    socket.pipe(inner).pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((done) => server.close(() => done()));
  t.after(close);
  return { url: `http://127.0.0.1:${port}/v2.1`, port, close };
}

test('the endpoint moves to another port: the kept login is renewed, and the right table comes', async (t) => {
  const [old, next] = [await door(t), await door(t)];
  const region = await lab.region(t, old.url);
  const { env } = await lab.user(t, ['anne']);
  const user = person(t, { ...env, OS_REGION_NAME: region.name });
  works(await user('list'), TABLE);
  await old.close();
  await region.move(next.url);
  const result = await user('list --debug');
  assert.deepEqual([result.code, logins(result)], [0, 1], result.stderr);
  assert.match(result.stdout, TABLE);
  works(await user('list'), TABLE);
  await region.close();
  await next.close();
  fails(await user('list'), /ERROR \((ConnectFailure|EndpointNotFound)\)/);
});

/** What is left at an old address: a web server that knows nothing of the service. */
async function remains(t: TestContext, port: number, status: number): Promise<void> {
  const page = '<html><head><title>Not here</title></head><body><h1>Not here</h1><p>Apache/2.4</p></body></html>';
  const server: Server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end(page);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
}

for (const status of [404, 410]) {
  test(`the endpoint moves, and a web server at the old place says ${status}: found all the same`, async (t) => {
    const [old, next] = [await door(t), await door(t)];
    const region = await lab.region(t, old.url);
    const { env } = await lab.user(t, ['anne']);
    const user = person(t, { ...env, OS_REGION_NAME: region.name });
    works(await user('list'), TABLE);
    await old.close();
    await remains(t, old.port, status);
    fails(await user('list'), new RegExp(`\\(HTTP ${status}\\)`));
    await region.move(next.url);
    const result = await user('list --debug');
    assert.deepEqual([result.code, logins(result)], [0, 1], result.stderr);
    works(await user('list'), TABLE);
  });
}
