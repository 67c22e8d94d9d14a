import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applets, commandsOf, loadApplet, loadCommand, olderApplets, ownApplet } from '../../src/cli/applets.js';
import { namesOf } from '../../src/command/manifest.js';
import { tenantId, userId } from '../../src/sandbox/seed/identity.js';
import { stackline } from '../support/stackline.js';

/* What an option names may be named by its name or by its id, wherever it may be; what is not there is an error. */

const projects = { option: 'tenant', name: 'jtopjian', id: tenantId('jtopjian'), noun: 'project' };
const users = { option: 'user', name: 'jtopjian', id: userId('jtopjian'), noun: 'user' };
const hosts = { option: 'host', name: 'c01.example.com', id: undefined, noun: 'host' };
const zones = { option: 'zone', name: 'nova', id: undefined, noun: 'availability zone' };

interface Case {
  /** How the option is written before its value, if it is not by its own name. */
  readonly as?: string;
  /** What else is typed. */
  readonly more?: string;
  readonly of: {
    readonly option: string;
    readonly name: string;
    readonly id: string | undefined;
    readonly noun: string;
  };
  /** The clouds that have what is asked for. */
  readonly on?: readonly ('v2' | 'v2.1')[];
  /** What is asked first, where the service itself says so of what is not there. */
  readonly sentence?: RegExp;
}

/** By applet, verb and key of the option or argument. */
const CASES: Readonly<Record<string, Case>> = {
  'nova absolute-limits tenant': { of: projects },
  'nova limits tenant': { of: projects },
  'nova list tenant': { of: projects },
  'nova list user': { of: users, more: '--all-tenants' },
  'nova list host': { of: hosts, more: '--all-tenants' },
  'nova list availabilityZone': { of: zones, more: '--all-tenants', as: '--availability-zone' },
  'nova list flavor': { of: { option: 'flavor', name: 'm1.tiny', id: '1', noun: 'flavor' }, more: '--all-tenants' },
  'nova list image': {
    of: { option: 'image', name: 'cirros', id: undefined, noun: 'image' },
    sentence: /^ERROR \(CommandError\): No Image matching nope\. \(HTTP 404\)/m,
  },
  'nova flavor-access-list flavor': {
    of: { option: 'flavor', name: 'm1.tiny', id: undefined, noun: 'flavor' },
  },
  'nova keypair-list user': { of: users, on: ['v2.1'] },
  'nova keypair-show user': { of: users, on: ['v2.1'], more: 'jtopjian-key' },
  'nova migration-list host': { of: hosts },
  'nova migration-list sourceCompute': { of: hosts, as: '--source-compute' },
  'nova migration-list project': { of: projects, as: '--project-id', on: ['v2.1'] },
  'nova migration-list user': { of: users, as: '--user-id', on: ['v2.1'] },
  'nova migration-list instanceUuid': {
    of: { option: 'server', name: 'Windows', id: undefined, noun: 'server' },
    as: '--instance-uuid',
  },
  'nova quota-defaults tenant': { of: projects },
  'nova quota-show tenant': { of: projects },
  'nova quota-show user': { of: users },
  'nova service-list host': { of: hosts },
  'nova host-list zone': { of: zones },
  'nova usage tenant': { of: projects },
  'nova floating-ip-bulk-list host': { of: hosts, on: ['v2'], sentence: /for host nope/ },
  'nova describe-resource host': { of: hosts, as: '', sentence: /Compute host nope could not be found/ },
  'nova host-describe host': { of: hosts, as: '', sentence: /Compute host nope could not be found/ },
  'nova flavor-show flavor': { of: { option: 'flavor', name: 'm1.tiny', id: '1', noun: 'flavor' }, as: '' },
  'keystone ec2-credentials-list owner': {
    of: { ...users, name: 'admin', id: userId('admin') },
    as: '--user-id',
    on: ['v2'],
  },
  'keystone user-list tenant': { of: { ...projects, noun: 'tenant' } },
  'keystone user-role-list tenant': { of: { ...projects, noun: 'tenant' } },
  'keystone user-role-list user': { of: users, more: '--tenant jtopjian' },
  'nova-manage fixed list host': { of: hosts },
  'nova-manage floating list host': { of: hosts, on: ['v2'] },
  'nova-manage host list zone': { of: zones },
  'nova-manage host list inZone': { of: zones, as: '' },
  'nova-manage project quota project': { of: projects, as: '--project' },
  'nova-manage project quota projectId': { of: projects, as: '' },
  'nova-manage service describe_resource host': { of: hosts, sentence: /Compute host nope could not be found/ },
  'nova-manage service describe_resource hostName': {
    of: hosts,
    as: '',
    sentence: /Compute host nope could not be found/,
  },
  'nova-manage service list host': { of: hosts },
  'nova-manage vm list host': { of: hosts },
  'cinder absolute-limits tenant': { of: projects, as: '' },
  'cinder rate-limits tenant': { of: projects, as: '' },
  'cinder quota-defaults tenant': { of: projects, as: '' },
  'cinder quota-show tenant': { of: projects, as: '' },
  'cinder quota-usage tenant': { of: projects, as: '' },
  'cinder list tenant': { of: projects },
  'cinder snapshot-list tenant': { of: projects },
  'cinder attachment-list tenant': { of: projects },
  'cinder service-list host': { of: { ...hosts, name: 'c01.example.com' } },
  'glance image-list owner': { of: { ...projects, option: 'owner' } },
  'glance-v1 image-list owner': { of: { ...projects, option: 'owner' } },
  'cinder-manage host list zone': { of: zones, as: '' },
  'stackline openrc project': {
    of: { ...projects, name: 'admin', id: tenantId('admin') },
    as: '--project',
    sentence: /You have no role in a project with a name or ID of 'nope'/,
  },
};

/** Others of these names, which are no names of things, or of things that commands of their own are about. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'keystone user-role-add user': 'a change',
  'keystone user-role-add tenant': 'a change',
  'keystone tenant-get tenant': 'shows the thing itself',
  'keystone user-get user': 'shows the thing itself',
  'nova image-show image': 'shows the thing itself',
  'glance-v1 image-show image': 'shows the thing itself',
  'glance-v1 image-download image': 'is about the thing itself',
  'cinder get-capabilities host': 'shows the thing itself',
  'cinder manageable-list host': 'the backend itself is asked',
  'cinder snapshot-manageable-list host': 'the backend itself is asked',
  'nova zone zone': 'shows the thing itself',
  'neutron auto-allocated-topology-show tenant': 'the network service takes any id for a tenant',
  'neutron quota-show tenant': 'the network service takes any id for a tenant',
  'neutron quota-default-show tenant': 'the network service takes any id for a tenant',
  'nova list keyName': 'key pairs are of users, and nobody can ask for those of all',
  'keystone ec2-credentials-get owner': 'as ec2-credentials-list',
};

const NAMES =
  /^(tenant|user|owner|project|projectId|flavor|image|host|hostName|zone|inZone|availabilityZone|keyName|sourceCompute|instanceUuid)$/;

const logins = {
  v2: {},
  'v2.1': {
    OS_AUTH_URL: 'http://cloud.example.com:5000/v3',
    OS_USER_DOMAIN_ID: 'default',
    OS_PROJECT_DOMAIN_ID: 'default',
  },
} as const;

const BOTH = ['v2', 'v2.1'] as const;

describe('whatever names a project, a user, a flavor, an image, a host or a zone', () => {
  it('is known to this test', async () => {
    const untold: string[] = [];
    for (const applet of [...Object.keys(applets), ...Object.keys(olderApplets), ownApplet]) {
      // Another program's commands are looked at as those.
      if (commandsOf(applet) !== applet) continue;
      for (const verb of namesOf((await loadApplet(applet)).commands)) {
        const { options, arguments: wanted, change } = await loadCommand(applet, verb);
        // What changes something is compared with the classic client on a real cloud.
        if (change !== undefined) continue;
        for (const key of [...Object.keys(options), ...Object.keys(wanted)]) {
          const place = `${applet} ${verb} ${key}`;
          // Hosts of Hyper-V are addresses.
          if (applet === 'hyperv') continue;
          if (NAMES.test(key) && CASES[place] === undefined && OTHERWISE[place] === undefined) untold.push(place);
        }
      }
    }
    assert.deepEqual(untold, []);
  });

  for (const [place, { as, more = '', of, on = BOTH, sentence }] of Object.entries(CASES)) {
    const verb = place.split(' ').slice(0, -1).join(' ');
    const option = as ?? `--${of.option}`;
    for (const compute of on) {
      const typed = (value: string) =>
        stackline(`${verb} ${more} ${option} ${value}`, {
          sim: { compute, now: () => 0 },
          now: () => 0,
          env: logins[compute],
        });
      it(`${verb} ${option} takes a name or an id, on a cloud with Compute ${compute}`, async () => {
        const byName = await typed(of.name);
        if (of.id !== undefined) {
          const byId = await typed(of.id);
          assert.deepEqual([byName.code, byName.stdout], [byId.code, byId.stdout], byName.stderr);
        } else assert.doesNotMatch(byName.stderr, /exists/);
        const unknown = await typed('nope');
        assert.equal(unknown.code, 1, unknown.stdout);
        const wanted = sentence ?? new RegExp(`No ${of.noun} with a name or ID of 'nope' exists\\.`);
        assert.match(unknown.stderr, wanted);
      });
    }
  }
});

/** As a member of the project of the same name. */
const as = (name: string, compute: 'v2' | 'v2.1') => ({
  sim: { compute },
  env: { ...logins[compute], OS_USERNAME: name, OS_PASSWORD: `${name}-password`, OS_TENANT_NAME: name },
});
const ofIdentity = (requests: readonly string[]) =>
  requests.filter((one) => /:(5000|35357)/.test(one) && !/tokens$/.test(one));

describe('an id', () => {
  it('costs no request, and what is not there looks as the classic client shows it', async () => {
    for (const line of ['list --tenant', 'usage --tenant', 'quota-show --tenant', 'limits --tenant', 'list --user']) {
      for (const id of [projects.id, 'f'.repeat(32), 'f'.repeat(64), '01234567-89ab-4def-8123-456789abcdef']) {
        const { requests, code, stderr } = await stackline(`${line} ${id}`);
        assert.deepEqual([ofIdentity(requests), code, stderr], [[], 0, ''], `${line} ${id}`);
      }
    }
    const { stdout } = await stackline(`list --tenant ${'f'.repeat(32)} -f value`);
    assert.equal(stdout, '');
  });
});

describe('a member, who may not ask for all projects and users', () => {
  for (const compute of BOTH) {
    it(`names his own ones, on a cloud with Compute ${compute}`, async () => {
      for (const line of ['usage --tenant anne', 'quota-show --tenant anne --user anne']) {
        const { requests, code, stderr } = await stackline(line, as('anne', compute));
        assert.deepEqual([ofIdentity(requests), code, stderr], [[], 0, ''], line);
      }
    });

    it(`has any other word taken for an id, on a cloud with Compute ${compute}`, async () => {
      const { requests } = await stackline('quota-show --tenant nope', as('anne', compute));
      assert.ok(
        requests.some((one) => one.endsWith('/os-quota-sets/nope')),
        requests.join('\n'),
      );
    });
  }

  it('is told of it when nothing is found', async () => {
    const { stderr, code } = await stackline('list --user nope', as('anne', 'v2.1'));
    assert.equal(code, 0);
    assert.equal(stderr, "You may not ask whether there is a user 'nope': it was taken for an id.\n");
  });
});

describe('a host that is not there', () => {
  it('is asked for only when nothing is found, and the nearest one is named', async () => {
    const there = await stackline('list --all-tenants --host c01.example.com');
    assert.equal(there.requests.filter((one) => /os-services/.test(one)).length, 0);
    const nowhere = await stackline('list --all-tenants --host c09.example.com');
    assert.match(nowhere.stderr, /^Did you mean 'c0\d\.example\.com'\?$/m);
    const idle = await stackline('list --all-tenants --host c01.example.com --status ERROR');
    assert.deepEqual([idle.code, idle.stderr], [0, '']);
  });
});

describe('keystone catalog --service with a type that is not there', () => {
  it('fails, and names those that are', async () => {
    const { stdout, stderr, code } = await stackline('keystone catalog --service nope');
    assert.deepEqual([stdout, code], ['', 1]);
    assert.match(stderr, /^The service catalog has no service of type 'nope' here\.\nThere are: .*compute.*\.\n$/);
  });
});
