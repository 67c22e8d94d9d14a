import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applets, commandsOf, loadApplet, loadCommand, olderApplets, ownApplet } from '../../src/cli/applets.js';
import { namesOf } from '../../src/command/manifest.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { deep } from '../support/property.js';
import { type Screen, stackline } from '../support/stackline.js';
import { response } from '../support/transports.js';

/*
 * A service that answers 200 and does not say what it was asked for: every command that reads fails with a sentence,
 * whichever of its requests is answered so. A table without rows would say that the cloud has nothing.
 */

const SERVER = 'Windows';

/** What is typed behind a verb that needs words; of several lines each is tried. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'stackline wait': [`server ${SERVER} --for status=ACTIVE --timeout 1`],
  'nova absolute-limits': ['', '--tenant admin'],
  'nova aggregate-show': ['rack1'],
  'nova baremetal-interface-list': ['1'],
  'nova baremetal-node-show': ['1'],
  'nova cell-capacities': ['', '--cell api'],
  'nova cell-show': ['api'],
  'nova describe-resource': ['xen1'],
  'nova dns-list': ['example.org --ip 10.1.0.2', 'example.org --name www'],
  'nova fixed-ip-get': ['10.1.0.2'],
  'nova flavor-access-list': ['--flavor m1.tiny'],
  'nova flavor-list': ['', '--limit 1', '--extra-specs', '--all'],
  'nova flavor-show': ['m1.tiny'],
  'nova get-rdp-console': [`${SERVER} rdp-html5`],
  'nova get-spice-console': [`${SERVER} spice-html5`],
  'nova get-vnc-console': [`${SERVER} novnc`],
  'nova host-describe': ['xen1'],
  'nova hypervisor-list': ['', '--matching xen', '--limit 1'],
  'nova hypervisor-servers': ['xen1'],
  'nova hypervisor-show': ['xen1'],
  'nova hypervisor-uptime': ['xen1'],
  'nova image-list': ['', '--limit 1'],
  'nova image-show': ['cirros', '11111111-2222-3333-4444-555555555555'],
  'nova instance-action': [`${SERVER} req-1`],
  'nova instance-action-list': [SERVER],
  'nova keypair-list': ['', '--limit 1'],
  'nova keypair-show': ['key'],
  'nova limits': ['', '--tenant admin'],
  'nova list': ['', '--limit 2', '--minimal', '--flavor m1.tiny', '--image cirros', '--tenant admin', '--user admin'],
  'nova network-show': ['net'],
  'nova quota-class-show': ['default'],
  'nova quota-show': ['', '--tenant admin --user admin', '--detail'],
  'nova secgroup-list-rules': ['default', '1'],
  'nova server-group-get': ['11111111-2222-3333-4444-555555555555'],
  'nova server-migration-show': [`${SERVER} 1`],
  'nova tenant-network-show': ['1'],
  'nova usage': ['', '--tenant admin'],
  'nova volume-show': ['volume'],
  'nova volume-snapshot-show': ['snapshot'],
  'nova zone': ['1'],
  'keystone ec2-credentials-get': ['--access key'],
  'keystone endpoint-get': ['--service compute'],
  'keystone role-get': ['admin'],
  'keystone service-get': ['nova'],
  'keystone tenant-get': ['admin'],
  'keystone user-get': ['admin'],
  'keystone user-list': ['', '--tenant admin'],
  'keystone user-role-list': ['', '--user admin --tenant admin'],
  'nova-manage flavor list': ['', '--name m1.tiny'],
  'nova-manage floating list': ['', '--host xen1'],
  'nova-manage service describe_resource': ['xen1'],
  'cinder manageable-list': ['xen1 --os-volume-api-version 3.8'],
  'cinder snapshot-manageable-list': ['xen1 --os-volume-api-version 3.8'],
  'cinder type-access-list': ['--volume-type lvm'],
  'glance cache-list': [''],
  'glance image-download': ['image --file /dev/null'],
  'glance image-list': ['', '--limit 1'],
  'glance md-object-property-show': ['Cloud::Software::Web Apache http_port'],
  'glance md-object-show': ['Cloud::Software::Web Apache'],
  'glance md-property-show': ['OS::Compute::Hypervisor vcpus'],
  'glance md-tag-show': ['Cloud::Software::Web php'],
  'glance member-get': ['image project'],
  'glance member-list': ['--image-id image'],
  'glance-v1 details': [''],
  'glance-v1 image-download': ['cirros-0.3.1-x86_64 --file /dev/null'],
  'glance-v1 image-index': [''],
  'glance-v1 image-list': ['', '--owner admin'],
  'glance-v1 image-members': ['image'],
  'glance-v1 image-show': ['cirros-0.3.1-x86_64'],
  'glance-v1 member-images': ['project'],
  'glance-v1 member-list': ['--image-id image', '--tenant-id project'],
  'glance-v1 show': ['image'],
  'neutron lbaas-l7rule-show': ['rule policy'],
  'neutron lbaas-member-show': ['member pool'],
  'neutron qos-bandwidth-limit-rule-show': ['rule policy'],
  'neutron qos-dscp-marking-rule-show': ['rule policy'],
  'neutron qos-minimum-bandwidth-rule-show': ['rule policy'],
  'swift download': ['backups --no-download'],
  'stackline api': ['GET compute /servers'],
  'stackline openrc': ['--project admin'],
};

/** These need nothing but a login, which is spoiled elsewhere. */
const ASK_NOTHING = [
  ...['cinder credentials', 'cinder endpoints', 'swift auth'],
  ...['nova credentials', 'nova endpoints', 'keystone catalog', 'keystone endpoint-get --service compute'],
  ...['keystone token-get', 'stackline catalog', 'stackline token', 'stackline whoami'],
];

/** Where an answer that says nothing is no failure. */
const TOLERATED: readonly {
  readonly line: RegExp;
  readonly request: RegExp;
  /** The answer that is none; left out: each. */
  readonly body?: string;
  readonly because: string;
}[] = [
  {
    line: /^nova show /,
    request: / \S+\/(flavors|images)\//,
    because: 'the name beside an id: novaclient shows the server without it (v2/shell.py, _print_server)',
  },
  {
    line: /^keystone ec2-credentials-list/,
    request: / \S+\/(tenants|projects)\//,
    because: 'the name in place of an id, which keystoneclient shows then (v2_0/shell.py, do_ec2_credentials_list)',
  },
  {
    line: /^nova-manage fixed list/,
    request: / \S+\/os-fixed-ips\//,
    because: 'a name beside an address: a dash says that it is not known',
  },
  {
    line: /^keystone discover/,
    request: /\/extensions$/,
    because: 'the extensions of a version: keystoneclient shows the version without them (discover.py)',
  },
  {
    line: /^cinder encryption-type-(list|show)/,
    request: /\/types\/[^/]+\/encryption$/,
    because: 'a type that is not encrypted is answered with {} (cinder/api/contrib/volume_type_encryption.py, index)',
  },
  {
    line: /^cinder (?!version-list|api-version)/,
    request: /:8776\/$/,
    because: 'which versions there are: without it the request is made at the version that we know',
  },
  {
    line: /^swift (list|download)/,
    request: /\/v1\/\S+\?format=json/,
    body: '[]',
    because: 'a list of swift is nothing but an array, which may be empty',
  },
  { line: /^(swift|glance-v1) /, request: /^HEAD /, because: 'an answer to HEAD has no body' },
  {
    line: /^swift download/,
    request: /\/v1\/[^?]*$/,
    because: 'the answer is the object: its bytes are what is wanted, and are checked by length and ETag',
  },
  { line: /^stackline api /, request: /./, because: 'the answer is shown as it comes' },
  { line: /^stackline doctor/, request: /./, because: 'an answer is what shows that somebody is there' },
];

const logins: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  v2: {},
  'v2.1': {
    OS_AUTH_URL: 'http://cloud.example.com:5000/v3',
    OS_USER_DOMAIN_ID: 'default',
    OS_PROJECT_DOMAIN_ID: 'default',
  },
};

/** The login, and which versions there are. */
const isLogin = ({ method, url }: HttpRequest): boolean =>
  (method === 'POST' && url.endsWith('/tokens')) || /:(5000|35357)\/?(v2\.0|v3)?\/?$|:8774\/v2\.1\/$/.test(url);

/** A cloud whose answer to the request of this number, not counting those of the login, is `body`; and that request. */
function saying(body: string, nth: number, compute: 'v2' | 'v2.1') {
  const cloud = simulate({ compute });
  let asked: string | undefined;
  let count = 0;
  const transport: Transport = async (request) => {
    if (isLogin(request)) return cloud(request);
    count += 1;
    if (count !== nth) return cloud(request);
    asked = `${request.method} ${request.url}`;
    // The headers say the microversion: without it the command would be done once more.
    const { 'content-length': _length, ...headers } = (await cloud(request)).headers;
    return response(200, body, { ...headers, 'content-type': 'application/json' });
  };
  return { transport, asked: () => asked };
}

async function everyReadingCommand(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const applet of [...Object.keys(applets), ...Object.keys(olderApplets), ownApplet]) {
    // Another program's commands are looked at as those.
    if (commandsOf(applet) !== applet) continue;
    for (const verb of namesOf((await loadApplet(applet)).commands)) {
      const { change, login, arguments: wanted } = await loadCommand(applet, verb);
      if (change !== undefined) continue;
      const needsServer = Object.values(wanted).some(({ required }) => required);
      const words = WORDS[`${applet} ${verb}`] ?? [needsServer ? SERVER : ''];
      if (login || verb === 'discover') found.push(...words.map((one) => `${applet} ${verb} ${one}`.trim()));
    }
  }
  return found;
}

const lines = await everyReadingCommand();

function judge(line: string, request: string, body: string, { stdout, stderr, code }: Screen): string[] {
  const what = `${line}\n${request}\nanswered ${body}: ${code}\n${stdout}${stderr}`;
  // What of several services has been read is shown.
  const ends = line === 'stackline services' ? 6 : 1;
  return code === ends && /\bholds (no|a list of) \S/.test(stderr) ? [] : [what];
}

describe('an answer that does not hold what was asked for is an error, whatever is asked', () => {
  const never = new Set(lines);
  for (const compute of ['v2', 'v2.1'] as const) {
    it(`of a cloud with Compute ${compute}`, async () => {
      const wrong: string[] = [];
      for (const [at, line] of lines.entries()) {
        let last = 29;
        // All bodies are tried in all places; each line meets one of them in one of the clouds, unless all cases are wanted.
        const bodies = ['{}', '[]', 'null'];
        if (!deep && (compute === 'v2' ? at % 2 === 1 : !never.has(line))) continue;
        for (const body of deep ? bodies : bodies.slice(at % 3, (at % 3) + 1)) {
          for (let nth = 1; nth <= last; nth += 1) {
            const { transport, asked } = saying(body, nth, compute);
            const screen = await stackline(`${line} --retries 0`, { transport, env: logins[compute] });
            const request = asked();
            if (request === undefined) {
              // There are no more requests than that, whatever the body is.
              last = nth - 1;
              break;
            }
            never.delete(line);
            const tolerated = TOLERATED.find(
              (one) => one.line.test(line) && one.request.test(request) && (one.body ?? body) === body,
            );
            if (tolerated === undefined) wrong.push(...judge(line, request, body, screen));
          }
        }
      }
      assert.equal(wrong.join('\n'), '');
    });
  }
  it('and every command that asks a service is among them', () =>
    assert.deepEqual([...never].sort(), ASK_NOTHING.toSorted()));
});
