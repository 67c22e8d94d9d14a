import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stackline } from '../support/stackline.js';

const ids = async (line: string, pageSize?: number) => {
  const screen = await stackline(`${line} -f value -c ID`, pageSize === undefined ? {} : { sim: { pageSize } });
  const lists = screen.requests.filter((request) => request.includes('/servers'));
  return { ids: screen.stdout.split('\n').filter(Boolean), lists: lists.length, code: screen.code };
};

describe('on a cloud that gives few servers at a time', () => {
  it('nova list shows them all', async () => {
    const whole = await ids('nova list --all-tenants');
    assert.equal(whole.lists, 1);
    assert.ok(whole.ids.length > 14);
    const paged = await ids('nova list --all-tenants', 7);
    assert.deepEqual(paged.ids, whole.ids);
    assert.equal(paged.lists, Math.ceil((whole.ids.length + 1) / 7));
  });

  // The order in which a marker is found is the server's, which --sort leaves as it is.
  it('nova list --limit shows as many as it says, and --marker the rest', async () => {
    const whole = await ids('nova list --all-tenants --sort created_at');
    const some = await ids('nova list --all-tenants --sort created_at --limit 10', 7);
    assert.deepEqual([some.ids, some.lists], [whole.ids.slice(0, 10), 2]);
    const rest = await ids(`nova list --all-tenants --sort created_at --marker ${some.ids.at(-1)}`, 100);
    assert.deepEqual(rest.ids, whole.ids.slice(10));
  });
});

describe('on a cloud with microversions', () => {
  const setting = { sim: { compute: 'v2.1' } } as const;
  const asked = (requests: readonly string[]) =>
    requests.filter((request) => /:(8774|9292)\/.*\/(servers|images|flavors)/.test(request));

  it('nova show asks for the server and its image', async () => {
    const [id] = (await ids('nova list --all-tenants --name devstack')).ids;
    const screen = await stackline(`nova show ${id}`, setting);
    assert.equal(screen.code, 0);
    assert.match(screen.stdout, /\| flavor:original_name +\| m1\./);
    assert.equal(asked(screen.requests).length, 2);
  });

  it('nova diagnostics asks once, and shows the standard form', async () => {
    const [id] = (await ids('nova list --all-tenants --name devstack')).ids;
    const screen = await stackline(`nova diagnostics ${id}`, setting);
    assert.match(screen.stdout, /\| cpu_details +\| \[\{"/);
    assert.equal(asked(screen.requests).length, 1);
  });
});
