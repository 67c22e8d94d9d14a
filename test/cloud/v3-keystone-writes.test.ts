/**
 * What keystone changes over Identity v3, which its own client does not speak: each change is seen by openstackclient, and
 * what it makes is gone afterwards.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { zed } from './clouds.js';
import { listing } from './listing.js';
import { homely, linked, run, withDirectory, words } from './processes.js';
import { runWarm } from './warm-peers/warm.js';

const { env } = await zed();
const own = `v3-writes-${process.pid}`;

/** Who types it, the line, what it tells; `refused`: it fails. */
type Step = readonly [who: 'openstack' | 'keystone', line: string, finds: RegExp, how?: 'refused'];

const steps: readonly Step[] = [
  ['keystone', `tenant-create --name ${own} --description 'a b'`, /description +\| +a b /],
  ['openstack', `project show ${own}`, /description +\| a b/],
  ['keystone', `tenant-create --name ${own}`, /HTTP 409/, 'refused'],
  ['keystone', `tenant-update ${own} --description c --enabled false`, /^$/],
  ['openstack', `project show ${own} -f value -c description -c enabled`, /^c\nFalse$/m],
  ['keystone', `tenant-update ${own} --enabled true`, /^$/],
  ['keystone', `user-create --name ${own} --pass one --email a@example.org --tenant ${own}`, /a@example\.org/],
  ['openstack', `user show ${own} -f value -c email -c enabled`, /^a@example\.org\nTrue$/m],
  ['keystone', `user-update ${own} --email b@example.org --enabled false`, /User has been updated\./],
  ['openstack', `user show ${own} -f value -c email -c enabled`, /^b@example\.org\nFalse$/m],
  ['keystone', `user-update ${own} --enabled true`, /User has been updated\./],
  ['keystone', `role-create --name ${own}`, new RegExp(own)],
  ['keystone', `user-role-add --user ${own} --role ${own} --tenant ${own}`, /^$/],
  [
    'openstack',
    `role assignment list --names --user ${own} --project ${own} -f value -c Role`,
    new RegExp(`^${own}$`, 'm'),
  ],
  ['keystone', `user-role-add --user ${own} --role ${own}`, /no roles without a project/, 'refused'],
  ['keystone', `user-password-update ${own} --pass two`, /^$/],
  [
    'keystone',
    `--os-username ${own} --os-password two --os-project-name ${own} password-update --new-password three`,
    /You should update the password/,
  ],
  ['openstack', `--os-username ${own} --os-password three --os-project-name ${own} token issue -c user_id`, /user_id/],
  ['openstack', `--os-username ${own} --os-password two --os-project-name ${own} token issue`, /HTTP 401/, 'refused'],
  ['keystone', `user-role-remove --user ${own} --role ${own} --tenant ${own}`, /^$/],
  ['openstack', `role assignment list --names --user ${own} --project ${own} -f value -c Role`, /^$/],
  ['keystone', `user-role-remove --user ${own} --role ${own} --tenant ${own}`, /HTTP 404/, 'refused'],
  ['keystone', `service-create --name ${own} --type ${own} --description d`, /description +\| +d /],
  [
    'keystone',
    `endpoint-create --service ${own} --region RegionOne --publicurl http://a --internalurl http://b --adminurl http://c`,
    /internalurl +\| +http:\/\/b /,
  ],
  [
    'openstack',
    `endpoint list --service ${own} -f value -c Interface -c URL --sort-column Interface`,
    /^admin http:\/\/c\ninternal http:\/\/b\npublic http:\/\/a$/m,
  ],
  ['keystone', `bootstrap --tenant-name ${own}-b --user-name ${own}-b --role-name ${own}-b --pass four`, /^$/],
  [
    'openstack',
    `role assignment list --names --user ${own}-b --project ${own}-b -f value -c Role`,
    new RegExp(`^${own}-b$`, 'm'),
  ],
  [
    'openstack',
    `--os-username ${own}-b --os-password four --os-project-name ${own}-b token issue -c user_id`,
    /user_id/,
  ],
  ...['role', 'user', 'tenant'].map((noun): Step => ['keystone', `${noun}-delete ${own}-b`, /^$/]),
];

/** EC2 credentials of the admin's own project, once there are some. */
const ec2 = (access: string): readonly Step[] => [
  ['keystone', 'ec2-credentials-list', new RegExp(`\\| +${access} +\\|`)],
  ['openstack', 'ec2 credentials list -f value -c Access', new RegExp(`^${access}$`, 'm')],
  ['keystone', `ec2-credentials-get --access ${access}`, new RegExp(`access +\\| +${access} `)],
  ['keystone', `ec2-credentials-delete --access ${access}`, /Credential has been deleted\./],
  ['openstack', `ec2 credentials show ${access}`, /Could not find credential/, 'refused'],
  ['keystone', `ec2-credentials-delete --access ${access}`, /HTTP 404/, 'refused'],
];

const last: readonly Step[] = [
  ['keystone', `service-delete ${own}`, /^$/],
  ['openstack', `endpoint list --service ${own}`, /No service with a type, name or ID of/, 'refused'],
  ['keystone', `role-delete ${own}`, /^$/],
  ['openstack', `role show ${own}`, /No role/, 'refused'],
  ['keystone', `user-delete ${own}`, /^$/],
  ['openstack', `user show ${own}`, /No user/, 'refused'],
  ['keystone', `tenant-delete ${own}`, /^$/],
  ['openstack', `project show ${own}`, /No project/, 'refused'],
  ['keystone', `tenant-delete ${own}`, /No tenant with a name or ID of/, 'refused'],
];

test('keystone over Identity v3 changes what openstackclient shows', { skip: listing }, async (t) => {
  await withDirectory(async (directory) => {
    const take = async ([who, line, finds, how]: Step): Promise<void> => {
      const home = homely(env, join(directory, `${who}-home`));
      const done =
        who === 'keystone'
          ? await run([...linked(who, directory), ...words(line)], home, directory)
          : await runWarm(['/usr/bin/openstack', ...words(line)], home, directory);
      const told = `${done.stdout}${done.stderr}`;
      assert.equal(done.code === 0, how !== 'refused', told);
      assert.match(told, finds);
    };
    for (const step of steps) await t.test(`${step[0]} ${step[1]}`, () => take(step));
    const said = async (line: string): Promise<string> => {
      const home = homely(env, join(directory, 'keystone-home'));
      return (await run([...linked('keystone', directory), line], home, directory)).stdout;
    };
    const [, id = ''] = /\| ([0-9a-f]{32}) \|[^\n]*http:\/\/a /.exec(await said('endpoint-list')) ?? [];
    const [, access = ''] = /access +\| +([0-9a-f]{32}) /.exec(await said('ec2-credentials-create')) ?? [];
    const endpoint: Step = ['keystone', `endpoint-delete ${id}`, /Endpoint has been deleted\./];
    // All three of them are that endpoint.
    const gone: Step = ['openstack', `endpoint list --service ${own} -f value`, /^$/];
    for (const step of [endpoint, gone, ...ec2(access), ...last])
      await t.test(`${step[0]} ${step[1]}`, () => take(step));
  });
});
