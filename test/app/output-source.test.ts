import assert from 'node:assert/strict';
import { it } from 'node:test';
import { stackline } from '../support/stackline.js';

it('a metric has our name once, and the thing as openstack calls it, or else the program and the verb', async () => {
  for (const [line, name] of [
    ['explain server.status', 'stackline_explain_info'],
    ['services', 'stackline_services_info'],
    ['list', 'stackline_server_info'],
    ['nova absolute-limits', 'stackline_limits_info'],
    ['nova-manage service list', 'stackline_compute_service_info'],
  ] as const) {
    const { stdout, code } = await stackline(`${line} -f prom`);
    assert.equal(code, 0, line);
    assert.equal(/^# TYPE (\S+)/m.exec(stdout)?.[1], name, line);
  }
});
