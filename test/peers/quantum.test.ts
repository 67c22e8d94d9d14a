/** What quantum prints, which neutron was called until 2013: by the cloud of its time, which is the embedded one. */
import { quantum22 } from '../cloud/clouds.js';
import { sideBySide } from '../cloud/side-by-side.js';
import { embedded, sandbox } from './embedded.js';

const cloud = await embedded(await sandbox());

const unknown = '00000000-0000-4000-8000-000000000000';
const agent = '2598be9b-1fc0-43ed-a81b-61b29721519c';
const group = '5658716e-5f22-4af4-a5f6-fd7f4f4ea018';

/** Services since its time say NeutronError. */
const unread = (sentence: string) => ({
  stderr: { is: `${sentence}\n`, because: 'the peer reads no errors of neutron, only those of quantum' },
});
const readable = {
  stdout: { is: /^(.*="[^"]*"\n)+$/, because: "the peer's names with a colon are none that a shell could read" },
};

sideBySide(cloud, quantum22, [
  { run: 'net-list', finds: 'nova_network' },
  { run: 'net-list', as: 'jtopjian', finds: 'jtopjian' },
  { run: 'net-list --name test01', finds: 'test01' },
  { run: 'net-list -- --name=test01', finds: 'test01' },
  'net-list --name nothing',
  { run: 'net-list -F id -F name', finds: 'test01' },
  { run: 'net-list -P 2', finds: 'test01' },
  { run: 'net-list --sort-key name --sort-dir desc', finds: 'test01' },
  { run: 'net-list -c name', finds: 'test01' },
  { run: 'net-list -f csv', finds: '"test01"' },
  { run: 'net-list -f csv --quote none', finds: 'test01' },
  {
    run: 'net-list -c nope',
    stderr: {
      is: "No recognized column names in ['nope']. Recognized columns are [].\n",
      because: 'later releases say which columns there are',
    },
  },
  { run: 'net-list -D', finds: 'test01' },
  { run: 'net-external-list', finds: 'public' },
  { run: 'net-show public', finds: 'router:external' },
  { run: 'net-show public -c id', finds: '2153c109' },
  { run: 'net-show public -F id', finds: '2153c109' },
  { run: 'net-show public -f shell', ...readable },
  { run: 'net-show public -f shell --prefix x_', ...readable },
  { run: 'floatingip-show 0fc3ca5a-a4ec-478e-b7c9-f678e62d8948 -f shell', finds: 'floating_ip_address=' },
  { run: 'port-show 0577a0bc-12a7-4f3b-8543-d056999772c6', finds: '10.1.2.4' },
  { run: 'subnet-show 4af7e641-461e-4619-aa70-22d9396a727e', finds: '10.1.2.254' },
  { run: 'lb-healthmonitor-show 93ad2982-2672-44f0-b239-6c2c5c9dddca', finds: 'HTTP' },
  { run: 'lb-member-show 530c9e59-5e84-4532-8682-d6e9ae4b22e4', finds: '10.1.0.6' },
  { run: 'net-gateway-show rack', finds: 'bb4ad0de' },
  'net-show nothing',
  `net-show ${unknown}`,
  { run: 'subnet-list', finds: 'allocation_pools' },
  { run: 'port-list', finds: 'fixed_ips' },
  { run: 'port-list', as: 'jtopjian' },
  { run: 'router-list', finds: 'edge' },
  { run: 'router-show edge', finds: 'external_gateway_info' },
  'router-show nothing',
  { run: 'router-port-list edge' },
  { run: 'floatingip-list', finds: 'floating_ip_address' },
  { run: 'floatingip-show nothing', ...unread('Floating IP nothing could not be found') },
  { run: 'security-group-list', finds: 'description' },
  { run: 'security-group-list', as: 'jtopjian', finds: 'description' },
  { run: `security-group-show ${group}`, finds: 'nagios' },
  { run: 'security-group-rule-list', finds: 'security_group ' },
  { run: 'security-group-rule-list --no-nameconv', finds: 'security_group_id' },
  { run: 'security-group-rule-list -c security_group -c protocol', finds: 'nagios' },
  { run: 'security-group-rule-list -f csv', finds: '"remote_group"' },
  { run: 'security-group-rule-show 9115e716-f711-404b-8789-69cadf169bde', finds: '10.1.0.8/32' },
  { run: 'agent-list', finds: 'xxx' },
  { run: `agent-show ${agent}`, finds: 'L3 agent' },
  { run: 'agent-show nothing', ...unread('Agent nothing could not be found.') },
  { run: 'dhcp-agent-list-hosting-net test01' },
  { run: `net-list-on-dhcp-agent d3d8d1eb-cc24-4fcf-842d-4a1744e493b1` },
  { run: 'l3-agent-list-hosting-router edge' },
  { run: `router-list-on-l3-agent ${agent}` },
  { run: 'ext-list', finds: 'namespace' },
  { run: 'ext-show router', finds: 'Quantum L3 Router' },
  {
    run: 'ext-show nothing',
    stderr: {
      is: 'The resource could not be found. Extension with alias nothing does not exist\n',
      because: 'the peer prints a page of HTML',
    },
  },
  { run: 'quota-list' },
  { run: 'quota-show', finds: 'floatingip' },
  { run: 'lb-healthmonitor-list', finds: 'type' },
  { run: 'lb-member-list', finds: 'protocol_port' },
  { run: 'lb-pool-list', finds: 'lb_method' },
  { run: 'lb-pool-show web', finds: 'ROUND_ROBIN' },
  { run: 'lb-pool-stats ab546578-0f99-4836-9042-c5dbc46cd4e7', finds: 'total_connections' },
  { run: 'lb-vip-list' },
  'lb-vip-show nothing',
  { run: 'net-gateway-list' },
  { run: 'queue-list', finds: 'gold' },
  { run: 'queue-show gold', finds: 'trusted' },
  'net-show',
  'nosuch',
]);
