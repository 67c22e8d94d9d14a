/** How many requests a command costs on real servers: none that is not needed. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pike, zed } from './clouds.js';
import { homely, program, run, withDirectory, words } from './processes.js';

interface Cost {
  readonly run: string;
  /** At most this many with no login kept, and with one. */
  readonly cold: number;
  readonly warm: number;
}

const [v3, v2] = await Promise.all([zed(), pike()]);
const id = v3.ids.get('server:jtopjian/devstack') ?? 'no devstack';

// Login, and what was asked for. `show` asks the image service for the image's name too.
const onV3: readonly Cost[] = [
  { run: 'list', cold: 2, warm: 1 },
  { run: 'list --all-tenants', cold: 2, warm: 1 },
  { run: `show ${id}`, cold: 3, warm: 2 },
  { run: `show --minimal ${id}`, cold: 2, warm: 1 },
  { run: `diagnostics ${id}`, cold: 2, warm: 1 },
  { run: 'service-list', cold: 2, warm: 1 },
  { run: 'endpoint-list', cold: 2, warm: 1 },
];

// A server's flavor is a link there.
const onV2: readonly Cost[] = [
  { run: 'list', cold: 2, warm: 1 },
  { run: `show --minimal ${id}`, cold: 2, warm: 1 },
  { run: `diagnostics ${id}`, cold: 2, warm: 1 },
  { run: 'service-list', cold: 2, warm: 1 },
  { run: 'endpoint-list', cold: 2, warm: 1 },
];

for (const [cloud, costs] of [[v3, onV3] as const, [v2, onV2] as const]) {
  for (const { run: line, cold, warm } of costs) {
    test(`${cloud.name}: ${line.replace(id, 'ID')} costs ${cold} requests, ${warm} with a kept login`, async () => {
      await withDirectory(async (home) => {
        const env = homely(cloud.env, join(home, 'ours'));
        for (const most of [cold, warm]) {
          const { code, stderr } = await run([...program, ...words(line), '--debug'], env, home);
          assert.equal(code, 0, stderr);
          const requests = stderr.match(/^REQ: curl .*$/gm) ?? [];
          assert.ok(
            requests.length >= 1 && requests.length <= most,
            `${requests.length} requests:\n${requests.join('\n')}`,
          );
          const secrets = [cloud.env.OS_PASSWORD ?? '', /X-Auth-Token: (?!\{)/i, /X-Subject-Token: (?!\{)/i];
          for (const secret of secrets) assert.ok(stderr.search(secret) < 0, `${secret} is in the trace`);
        }
      });
    });
  }
}
