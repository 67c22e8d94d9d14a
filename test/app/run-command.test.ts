import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openCloud, viewOf } from '../../src/app/open-cloud.js';
import { runCommand } from '../../src/app/run-command.js';
import nova from '../../src/classic/nova.js';
import { loadCommand } from '../../src/cli/applets.js';
import { globalOptions } from '../../src/cli/globals.js';
import { parse } from '../../src/cli/parse.js';
import type { Context } from '../../src/command/context.js';
import { secretRegistry } from '../../src/core/secrets.js';
import type { Settings } from '../../src/core/settings.js';
import type { CommandView } from '../../src/core/view.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { main } from '../../src/main.js';
import { sandboxLogin, simulate } from '../../src/sandbox/index.js';
import { fakeHost } from '../support/fake-host.js';
import { openrc } from '../support/stackline.js';

/** A host with the embedded cloud as its network, and what it was asked: `POST …/tokens`. */
function hostWith(cloud: Transport = simulate(), argv: readonly string[] = []) {
  const requests: string[] = [];
  const transport: Transport = async (request: HttpRequest) => {
    requests.push(`${request.method} ${new URL(request.url).pathname.split('/').slice(-2).join('/')}`);
    return cloud(request);
  };
  const connect = async () => Object.assign(transport, { close: async () => undefined });
  return { ...fakeHost({ argv, env: openrc, network: { connect } }), requests };
}

async function rowsOf(view: CommandView): Promise<number> {
  assert.ok(view.kind === 'list');
  let rows = 0;
  for await (const page of view.pages) rows += page.length;
  return rows;
}

async function typed(words: string) {
  const command = await loadCommand('nova', 'list');
  const shape = { options: command.options, arguments: command.arguments, globals: globalOptions() };
  return { command, words: parse(shape, words.split(' '), {}) };
}

describe('a command that runs', () => {
  it('asks its cloud again for each view, with one login, and sends nothing before', async () => {
    const { host, requests } = hostWith();
    const { command, words } = await typed('--all-tenants');
    const options = {
      host,
      client: nova,
      verb: 'list',
      secrets: secretRegistry(),
      service: 'compute',
      userConfig: undefined,
    };
    const running = await runCommand(command, words, options);
    assert.deepEqual(requests, []);
    const first = await rowsOf(await running.view());
    assert.ok(first > 0);
    assert.equal(await rowsOf(await running.view()), first);
    await running.close();
    assert.deepEqual(requests, ['POST v2.0/tokens', 'GET servers/detail', 'GET servers/detail']);
  });
});

describe('clouds', () => {
  it('may be open side by side, each with a login of its own', async () => {
    const { command, words } = await typed('--all-tenants');
    const worlds = [hostWith(), hostWith()];
    const clouds = await Promise.all(
      worlds.map(({ host }) => {
        const { authUrl, username, password, tenantName: projectName, region } = sandboxLogin;
        const settings = { authUrl, username, password, projectName, region, interface: 'public', cache: false };
        return openCloud({ ...settings, insecure: false, timeout: 60, endpoints: {} } as unknown as Settings, {
          host,
          globals: words.globals,
          client: nova,
          secrets: secretRegistry(),
          service: 'compute',
          observers: [],
          note: () => undefined,
        });
      }),
    );
    const given = {
      ...words,
      verbosity: 'usual' as const,
      warn: () => undefined,
      now: Date.now,
      program: {} as Context<never, never>['program'],
    };
    const rows = await Promise.all(clouds.map(async (cloud) => rowsOf(await viewOf(command, cloud, given))));
    assert.equal(rows[0], rows[1]);
    await Promise.all(clouds.map((cloud) => cloud.close()));
    for (const { requests } of worlds) assert.deepEqual(requests, ['POST v2.0/tokens', 'GET servers/detail']);
  });
});

describe('--curl', () => {
  it('shows a line when its request is made, not at the end', async () => {
    const cloud = simulate();
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { host, stdout } = hostWith(
      async (request) => {
        if (request.url.includes('/servers')) await opened;
        return cloud(request);
      },
      ['show', 'devstack', '--curl'],
    );
    const shown = new Promise<void>((resolve) => {
      const write = host.stdout.write;
      const seeing = (text: string) => {
        if (text.includes('/servers')) resolve();
        return write(text);
      };
      host.stdout.write = seeing;
    });
    const ended = main(host);
    await shown;
    assert.doesNotMatch(stdout(), /flavors/);
    open();
    assert.equal(await ended, 0);
    assert.match(stdout(), /flavors/);
  });
});
