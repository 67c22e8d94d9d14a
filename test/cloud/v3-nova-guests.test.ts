/** What reaches into servers, against novaclient 18.1: their passwords, ssh to them, and the builds of guest agents. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { computeOf, nova18, zed } from './clouds.js';
import { type Case, sideBySide } from './side-by-side.js';
import { twins } from './twins.js';

const cloud = await zed();
const piped = { is: '', because: 'Python warns that it cannot hide what is piped in' };
const nobody = {
  is: /^ERROR \(CommandError\): There is no new password\.\n$/,
  because: 'the peer shows what Python says of the end of its input',
};

twins(cloud, nova18, computeOf, [
  {
    title: 'given passwords',
    steps: [
      { run: 'set-password {twin}', input: 'some-secret-word\nsome-secret-word\n', stderr: piped },
      { run: 'set-password {id}', input: 'another\nanother\n', stderr: piped },
      { run: 'set-password {id}', input: '', stderr: nobody },
      'stop {twin}',
      {
        run: 'set-password {twin}',
        input: 'some-secret-word\nsome-secret-word\n',
        stderr: { is: /^ERROR \(Conflict\): Cannot 'changePassword' instance ID while/, because: piped.because },
      },
    ],
  },
]);

const noAgents = {
  is: /^ERROR \(CommandError\): This cloud's compute service has no agents: .*\n$/,
  because: 'the peer repeats that the resource is gone, and that the command will be',
};
sideBySide(cloud, nova18, [
  { run: 'agent-create linux x86_64 1.0 http://h/a abc xen', stderr: noAgents },
  { run: 'agent-modify 1 1.0 http://h/a abc', stderr: noAgents },
  { run: 'agent-delete 1', stderr: noAgents },
  'agent-create linux',
  'agent-delete',
  'set-password',
  { run: 'set-password nosuch-server', input: '' },
]);

/** An ssh that shows how it was called. */
const PATH = [join(dirname(fileURLToPath(import.meta.url)), 'programs'), '/usr/bin', '/bin'].join(':');
const ssh = (run: string, more: Partial<Case> = {}): Case => ({ run, ...more, env: { PATH, ...more.env } });
const web01 = '{server:jtopjian/web01}';
const isPeerHappy = { is: 1, because: 'the peer ends with 0 whatever became of ssh' };

sideBySide(cloud, nova18, [
  ssh(`ssh ${web01}`, { finds: '<-4>' }),
  ssh('ssh web01', { as: 'jtopjian', finds: 'root@203.0.113' }),
  ssh(`ssh cirros@${web01} -i /keys/web.pem --port 2222 --extra-opts '-v uptime'`, { finds: '<uptime>' }),
  ssh(`ssh --login cirros --network test01 ${web01}`, { finds: 'cirros@' }),
  ssh(`ssh --private ${web01}`, { finds: 'root@10.1.' }),
  ssh(`ssh --address-type fixed ${web01}`, { finds: 'root@10.1.' }),
  ssh(`ssh --address-type nonsense ${web01}`),
  ssh(`ssh --network nosuch ${web01}`),
  ssh(`ssh --ipv6 ${web01}`),
  ssh(`ssh --port z ${web01}`),
  ssh(`ssh ${web01}`, { env: { SSH_ENDS: '3' }, code: isPeerHappy }),
  ssh('ssh {server:jtopjian/web02}'),
  ssh('ssh {server:admin/monitor}'),
  ssh('ssh nosuch-server'),
  ssh('ssh'),
]);
