/** Which answers of nova are given before it is done, by its own sources; and `--wait` on the real cloud. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { doneAtOnce, unseenVerbs } from '../support/unwaited-verbs.js';
import { waitedVerbs } from '../support/waited-verbs.js';
import { zed } from './clouds.js';
import { homely, linked, run, withDirectory } from './processes.js';

const SOURCES = '/usr/lib/python3/dist-packages/nova/api/openstack/compute';

/** The functions of nova that answer 202, and the verbs that ask for them; null: none of ours does. */
const ACCEPTED: Readonly<Record<string, string | null>> = {
  'AdminActionsController._inject_network_info': null,
  'AdminActionsController._reset_state': 'reset-state',
  'AdminPasswordController.change_password': 'set-password',
  'AggregateController.images': 'aggregate-cache-images',
  'InterfaceAttachmentController.delete': 'interface-detach',
  'CreateBackupController._create_backup': 'backup',
  'DeferredDeleteController._restore': 'restore',
  'DeferredDeleteController._force_delete': 'force-delete',
  'FlavorManageController._delete': 'flavor-delete',
  'FloatingIPController.delete': 'floating-ip-delete',
  'KeypairController.delete': 'keypair-delete',
  'LockServerController._lock': 'lock',
  'LockServerController._unlock': 'unlock',
  'MigrateServerController._migrate': 'migrate',
  'MigrateServerController._migrate_live': 'live-migration',
  'MultinicController._add_fixed_ip': 'add-fixed-ip',
  'MultinicController._remove_fixed_ip': 'remove-fixed-ip',
  'PauseServerController._pause': 'pause',
  'PauseServerController._unpause': 'unpause',
  'QuotaSetsController.delete': 'quota-delete',
  'RescueController._unrescue': 'unrescue',
  'SecurityGroupController.delete': 'secgroup-delete',
  'SecurityGroupRulesController.delete': 'secgroup-delete-rule',
  'SecurityGroupActionController._addSecurityGroup': 'add-secgroup',
  'SecurityGroupActionController._removeSecurityGroup': 'remove-secgroup',
  'ServerMigrationsController._force_complete': 'live-migration-force-complete',
  'ServerMigrationsController.delete': 'live-migration-abort',
  'ServersController.create': 'boot',
  'ServersController._action_revert_resize': 'resize-revert',
  'ServersController._action_reboot': 'reboot',
  'ServersController._action_resize': 'resize',
  'ServersController._action_rebuild': 'rebuild',
  'ServersController._action_create_image': 'image-create',
  'ServersController._start_server': 'start',
  'ServersController._stop_server': 'stop',
  'ServersController._action_trigger_crash_dump': 'trigger-crash-dump',
  'ShelveController._shelve': 'shelve',
  'ShelveController._shelve_offload': 'shelve-offload',
  'ShelveController._unshelve': 'unshelve',
  'SuspendServerController._suspend': 'suspend',
  'SuspendServerController._resume': 'resume',
  'VolumeController.delete': 'volume-delete',
  'VolumeAttachmentController.update': 'volume-update',
  'VolumeAttachmentController.delete': 'volume-detach',
  'SnapshotController.delete': 'volume-snapshot-delete',
};

/** `Class.function` of all that are decorated with a 202. */
function accepting(text: string): readonly string[] {
  const found: string[] = [];
  let [owner, isAccepted] = ['', false];
  for (const line of text.split('\n')) {
    owner = /^class (\w+)/.exec(line)?.[1] ?? owner;
    isAccepted ||= /^ {4}@wsgi\.response\((?:202|http_client\.ACCEPTED)/.test(line);
    const name = /^ {4}def (\w+)/.exec(line)?.[1];
    if (name !== undefined && isAccepted) found.push(`${owner}.${name}`);
    if (name !== undefined) isAccepted = false;
  }
  return found;
}

test('each answer of nova that comes before it is done has a verb that waits, or a reason why not', () => {
  const files = readdirSync(SOURCES).filter((name) => name.endsWith('.py'));
  const all = files.flatMap((name) => accepting(readFileSync(`${SOURCES}/${name}`, 'utf8')));
  assert.deepEqual([...all].sort(), Object.keys(ACCEPTED).sort());
  const known = new Set([
    ...[...Object.keys(waitedVerbs), ...Object.keys(unseenVerbs)],
    ...doneAtOnce.flatMap(({ verbs }) => verbs),
  ]);
  for (const verb of Object.values(ACCEPTED)) if (verb !== null) assert.ok(known.has(`nova ${verb}`), verb);
});

test('what is waited for is so when a command ends: an address that is added and removed, a move, the end', async () => {
  const { env } = await zed();
  await withDirectory(async (home) => {
    const [program, all] = [linked('nova', home), homely(env, home)];
    const nova = async (line: string, code = 0): Promise<string> => {
      const result = await run([...program, ...line.split(' ')], all, home);
      assert.equal(result.code, code, `${line}: ${result.stderr}`);
      return code === 0 ? result.stdout : result.stderr;
    };
    const networks = await nova('--os-compute-api-version 2.35 network-list -f value -c ID -c Label');
    const network = networks
      .split('\n')
      .find((line) => line.endsWith('test01'))
      ?.split(' ')[0];
    await nova(`boot waited --flavor m1.tiny --image cirros-0.6.1-x86_64-disk --nic net-id=${network} --wait`);
    try {
      const addresses = async () =>
        /test01 network +\| (.*?) +\|/.exec(await nova('show waited'))?.[1]?.split(', ') ?? [];
      const before = await addresses();
      await nova(`add-fixed-ip waited ${network} --wait=60s`);
      const after = await addresses();
      assert.equal(after.length, before.length + 1);
      await nova(`remove-fixed-ip waited ${after.find((one) => !before.includes(one))} --wait=60s`);
      assert.deepEqual(await addresses(), before);
      const host = async () => /SRV-ATTR:host +\| (\S+)/.exec(await nova('show waited'))?.[1];
      const first = await host();
      await nova('live-migration waited --wait=90s');
      assert.notEqual(await host(), first);
      // Its host is up, so nothing has to be evacuated from there.
      assert.match(await nova('evacuate waited --wait=60s', 1), /Compute service of compute\d+ is still in use/);
    } finally {
      await nova('delete waited --wait');
    }
    await nova('show waited', 1);
  });
});
