import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applets, commandsOf, loadApplet, loadCommand, olderApplets } from '../../src/cli/applets.js';
import { parse } from '../../src/cli/parse.js';
import { translate } from '../../src/cli/translate.js';
import { plainText } from '../../src/command/define.js';
import { namesOf } from '../../src/command/manifest.js';
import { unknownOptions } from '../../src/command/options.js';
import { stackline } from '../support/stackline.js';

/** What openstack cannot do: it never learnt it, or the service behind it is gone. */
const NONE: Readonly<Record<string, readonly string[]>> = {
  // Two commands of openstack, by what is said: meta, image-meta.
  nova: (
    'baremetal-interface-add baremetal-interface-remove baremetal-node-create cell-capacities ' +
    'cell-show clear-password cloudpipe-configure cloudpipe-create cloudpipe-list coverage-report ' +
    'coverage-start coverage-stop dns-create dns-create-private-domain dns-create-public-domain ' +
    'dns-delete dns-delete-domain dns-domains dns-list fixed-ip-reserve fixed-ip-unreserve ' +
    'flavor-key floating-ip-bulk-create floating-ip-bulk-delete get-password host-action ' +
    'host-evacuate host-evacuate-live host-meta host-servers-migrate host-update image-meta ' +
    'instance-usage-audit-log meta network-associate-host network-associate-project network-create ' +
    'network-delete network-disassociate refresh-network reset-network scrub ' +
    'secgroup-add-default-rule secgroup-delete-default-rule secgroup-delete-group-rule ' +
    'secgroup-delete-rule secgroup-list-default-rules server-tag-delete-all server-tag-set ' +
    'tenant-network-create tenant-network-delete x509-create-cert x509-get-root-cert zone zone-add ' +
    'zone-boot zone-delete zone-info zone-list'
  ).split(' '),
  keystone: ['bootstrap'],
  cinder: ['group-list-replication-targets', 'manageable-list', 'snapshot-manageable-list'],
  glance: ['explain', 'image-tasks', 'md-tag-list', 'md-tag-show', 'member-get', 'stores-info', 'usage'],
  neutron: [
    ...['cisco-credential', 'cisco-network-profile', 'cisco-policy-profile', 'net-gateway', 'queue'],
    ...['lb-healthmonitor', 'lb-member', 'lb-pool', 'lb-vip'],
  ]
    .flatMap((noun) => [`${noun}-list`, `${noun}-show`])
    .concat([
      'lb-agent-hosting-pool',
      'lb-pool-list-on-agent',
      'lb-pool-stats',
      'lbaas-agent-hosting-loadbalancer',
      'lbaas-loadbalancer-list-on-agent',
      'quota-list',
    ]),
  'nova-manage': [
    ...['cell list', 'fixed reserve', 'fixed unreserve', 'floating create', 'floating delete', 'network delete'],
    ...['network modify', 'project scrub', 'flavor set_key', 'flavor unset_key', 'vpn change'],
    ...['agent delete', 'agent modify', 'cell create', 'cell delete'],
  ],
  swift: ['capabilities', 'tempurl'],
  // openstack knows clouds only.
  hyperv: [
    ...['codes', 'default-path', 'host show', 'job show', 'job wait', 'kvp delete', 'kvp list', 'kvp set', 'ping'],
    ...['query', 'userdata delete', 'userdata set', 'vm list', 'vm settings', 'vm show'],
  ],
};

describe('unknown options that a command catches', () => {
  const command = plainText({
    openstack: 'network list',
    options: { filters: unknownOptions('Filter.') },
    run: async function* () {},
  });
  const line = (...words: string[]) => {
    const parsed = parse({ options: command.options, arguments: {}, globals: {} }, words, {});
    return translate(command, { command: 'net-list', ...parsed, shared: {} });
  };

  it('have no equivalent', () => {
    assert.deepEqual(line('--admin_state_up', 'True', '--x=1'), {
      line: 'openstack network list',
      missing: ['openstack has no equivalent of --admin_state_up.', 'openstack has no equivalent of --x.'],
    });
    assert.deepEqual(line(), { line: 'openstack network list', missing: [] });
  });
});

describe('every classic verb', () => {
  for (const name of [...Object.keys(applets), ...Object.keys(olderApplets)]) {
    it(`of ${name} has its words, or is known to have none`, async () => {
      const without: string[] = [];
      for (const verb of namesOf((await loadApplet(name)).commands)) {
        const command = await loadCommand(name, verb);
        if (command.openstack === false) {
          without.push(verb);
          continue;
        }
        const all = typeof command.openstack === 'string' ? [command.openstack] : command.openstack;
        const keys = [...Object.keys(command.options), ...Object.keys(command.arguments)];
        for (const words of all) {
          assert.match(words, /^[a-z0-9]+ [a-z0-9]/, verb);
          for (const [, key = ''] of words.matchAll(/\{(\w+)/g)) assert.ok(keys.includes(key), `${verb}: no ${key}`);
          assert.doesNotMatch(words.replace(/\{\w+([!?]|:[^}]*)?\}/g, ''), /[{}]/, verb);
        }
      }
      assert.deepEqual(without.sort(), [...(NONE[commandsOf(name)] ?? [])].sort());
    });
  }
});

describe('--translate', () => {
  const rows: readonly (readonly [string, string])[] = [
    ["nova list --all-tenants --name a'b", `openstack server list --name 'a'\\''b' --all-projects`],
    ['nova list --all-tenants 0', 'openstack server list'],
    ['nova list --minimal --locked no --limit 5', 'openstack server list -c ID -c Name --unlocked --limit 5'],
    ['nova show web --wrap 40', 'openstack server show --max-width 40 web'],
    ['nova --os-username u list -f csv -c ID', 'openstack --os-username u server list -f csv -c ID'],
    ['nova console-log web --length 3', 'openstack console log show --lines 3 web'],
    ['nova get-vnc-console web novnc', 'openstack console url show --novnc web'],
    ['nova fixed-ip-get 10.1.0.3', 'openstack port list --long --fixed-ip ip-address=10.1.0.3'],
    ['nova net-list', 'openstack network list'],
    ['keystone catalog', 'openstack catalog list'],
    ['keystone catalog --service compute', 'openstack catalog show compute'],
    ['keystone user-role-list --user u', 'openstack role assignment list --names --user u --auth-project'],
    ['service-list', 'openstack service list --long'],
    ['nova-manage host list nova', 'openstack host list --zone nova'],
    ['nova-manage service list --host h', 'openstack compute service list --host h'],
    ['cinder-manage host list', 'openstack volume service list'],
  ];
  for (const [line, expected] of rows) {
    it(line, async () => {
      const screen = await stackline(`${line} --translate`, {
        env: { OS_USERNAME: undefined, OS_AUTH_URL: undefined },
      });
      assert.deepEqual(screen, { stdout: `${expected}\n`, stderr: '', code: 0, requests: [] });
    });
  }

  it('says which options are lost, and which verbs have no translation, and fails', async () => {
    assert.deepEqual(await stackline('nova floating-ip-bulk-list --host h --retries 2 --translate'), {
      stdout: 'openstack floating ip list --long\n',
      stderr: 'openstack has no equivalent of --host.\nopenstack has no equivalent of --retries.\n',
      code: 1,
      requests: [],
    });
    const none = await stackline('zone-list --translate', { program: 'nova' });
    assert.equal(none.stderr, "ERROR (CommandError): openstack has no command for 'nova zone-list'.\n");
    assert.equal(none.code, 1);
    assert.equal((await stackline('nova show --translate')).code, 2);
  });

  it('shows no secrets', async () => {
    const { stdout } = await stackline('nova --os-password geheim --os-token auch-geheim list --translate');
    assert.equal(stdout, 'openstack --os-password "$OS_PASSWORD" --os-token "$OS_TOKEN" server list\n');
    const keystone = await stackline('keystone --os-token geheim --os-endpoint http://k/v2.0 tenant-list --translate');
    assert.doesNotMatch(keystone.stdout, /geheim/);
  });
});
