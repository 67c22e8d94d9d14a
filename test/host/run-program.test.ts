import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { runProgram } from '../../src/host/run-program.js';
import { root } from '../support/imports.js';

/* Programs that print a password, and the deadline of a run: what ends them, and that nothing of them is left. */

const shell = (script: string, limit = 60_000) => runProgram(['sh', '-c', script], limit, process);

function scratch() {
  const path = mkdtempSync(join(tmpdir(), 'run-program-'));
  const dir = {
    path,
    has: (name: string) => existsSync(join(path, name)),
    write: (name: string, text: string) => writeFileSync(join(path, name), text, { mode: 0o600 }),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  return { dir, file: join(path, 'pid') };
}

function lives(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

/** A signal comes when it comes: this waits for as long as it takes. */
async function isGone(pid: number): Promise<void> {
  assert.ok(pid > 1);
  while (lives(pid)) await pause(20);
}

describe('a program that is run', () => {
  it('gives what it prints and how it ended', async () => {
    assert.deepEqual(await shell('echo secret; exit 3'), { stdout: 'secret\n', code: 3 });
    assert.equal((await shell('kill -9 $$')).reason, 'signal SIGKILL ended it');
    assert.equal((await runProgram(['/no/such/program'], 1000, process)).reason, 'there is no such program');
    assert.equal((await shell('head -c 65536 /dev/zero')).stdout.length, 65_536);
  });

  it('has ended when it has ended itself, even if something that it started holds its output', async () => {
    const { stdout, code } = await shell('sleep 1000 & echo $!');
    assert.equal(code, 0);
    const pid = Number(stdout);
    assert.ok(lives(pid), 'such as an agent that keeps keys: it is left alone');
    process.kill(pid);
  });

  it('is ended when it prints without end', async () => {
    const { reason, stdout } = await shell('yes');
    assert.deepEqual([reason, stdout], ['it printed more than 64 KiB', '']);
  });

  it('is ended at its limit with all that it started, and by SIGKILL where SIGTERM is not heeded', async () => {
    const script =
      'trap "" TERM; sh -c \'trap "" TERM; echo $$ >&3; while :; do sleep 1; done\' & while :; do sleep 1; done';
    const { dir, file } = scratch();
    try {
      const { reason, code } = await shell(`exec 3> ${file}; ${script}`, 500);
      assert.deepEqual([reason, code], ['it took longer than 0.5 seconds', undefined]);
      await isGone(Number(readFileSync(file, 'utf8')));
    } finally {
      dir.remove();
    }
  });

  it('goes with us also when a signal comes while it is being started', {
    skip: process.platform !== 'linux',
  }, async () => {
    const children = () => readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8');
    const before = children();
    const seen: string[] = [];
    const self = Object.create(process, {
      on: {
        value: (...listener: Parameters<typeof process.on>) => {
          seen.push(children());
          return process.on(...listener);
        },
      },
    }) as NodeJS.Process;
    await runProgram(['true'], 1000, self);
    // Whoever listens before there is a program hears what comes from then on.
    assert.deepEqual(seen, [before, before, before]);
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    it(`goes with us when ${signal} ends us`, { timeout: 120_000 }, async () => {
      const { dir, file } = scratch();
      const script = `echo $$ > ${file}.new; mv ${file}.new ${file}; trap "" TERM HUP INT; while :; do sleep 1; done`;
      dir.write(
        'clouds.yaml',
        `clouds:\n  x:\n    auth: {auth_url: "http://127.0.0.1:9/v3", username: a, project_name: a, user_domain_name: d, project_domain_name: d}\n    password_command: ["sh", "-c", ${JSON.stringify(script)}]\n`,
      );
      const child = spawn(process.execPath, [join(root, 'bin', 'stackline.js'), 'list', '--os-cloud', 'x'], {
        cwd: dir.path,
        env: { PATH: process.env.PATH, HOME: dir.path, OS_CLIENT_CONFIG_FILE: join(dir.path, 'clouds.yaml') },
        stdio: ['ignore', 'ignore', 'inherit'],
        detached: true,
      });
      let pid: number | undefined;
      try {
        while (!dir.has('pid')) {
          assert.equal(child.exitCode, null, 'it ended too early');
          await pause(20);
        }
        pid = Number(readFileSync(file, 'utf8'));
        child.kill(signal);
        await once(child, 'exit');
        assert.deepEqual([child.exitCode, child.signalCode], signal === 'SIGINT' ? [130, null] : [null, signal]);
        await isGone(pid);
      } finally {
        if (pid !== undefined && lives(pid)) process.kill(pid, 'SIGKILL');
        dir.remove();
      }
    });
  }
});

describe('--deadline', () => {
  it('holds even where a write waits for a reader who does not read', async () => {
    const name = 'x'.repeat(400_000);
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      if (request.url?.includes('/servers')) response.end(JSON.stringify({ servers: [{ id: '1', name }] }));
      else if (request.url?.includes('/tokens')) {
        const endpoints = [{ publicURL: `${here}/v2`, region: 'r' }];
        const access = {
          token: { id: 't', expires: '2099-01-01T00:00:00Z', tenant: { id: 'a', name: 'a' } },
          serviceCatalog: [{ type: 'compute', name: 'nova', endpoints }],
          user: { id: 'u', name: 'u', roles: [] },
        };
        response.end(JSON.stringify({ access }));
      } else {
        const links = [{ rel: 'self', href: `${here}/v2.0/` }];
        const version = {
          id: 'v2.0',
          status: 'stable',
          links,
          'media-types': [{ base: 'application/json', type: 'application/vnd.openstack.identity-v2.0+json' }],
        };
        response.end(JSON.stringify({ version }));
      }
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const env = {
      PATH: process.env.PATH,
      OS_AUTH_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2.0`,
      OS_USERNAME: 'u',
      OS_PASSWORD: 'p',
      OS_TENANT_NAME: 'a',
    };
    const line = [process.execPath, join(root, 'bin', 'stackline.js'), 'list', '-f', 'json', '--deadline', '2'];
    // A pipe of a shell waits, and nobody reads from it.
    const child = spawn('sh', ['-c', '{ "$@"; echo "status $?" >&2; } | sleep 1000', 'sh', ...line], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    try {
      let said = '';
      for await (const text of child.stderr.setEncoding('utf8')) {
        said += text;
        if (/status \d+\n/.test(said)) break;
      }
      assert.equal(
        said,
        'ERROR (Timeout): Timed out after 2 s (--deadline)\n--deadline SECONDS allows more.\nstatus 1\n',
      );
    } finally {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      server.closeAllConnections();
      server.close();
    }
  });

  it('holds even where the program computes without end', async () => {
    const watchdog = JSON.stringify(join(root, 'dist', 'host', 'watchdog.cjs'));
    const script = `require(${watchdog}).startWatchdog(1, process); for (;;);`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    await once(child, 'close');
    assert.equal(child.signalCode, 'SIGKILL');
    // A socket, which is what a pipe of Node is, cannot be opened anew.
    assert.ok(said === '' || said === 'Timed out after 0.001 s (--deadline)\n', said);
  });
});
