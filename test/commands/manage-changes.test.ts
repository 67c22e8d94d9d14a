import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guideWorld, tenantId } from '../../src/sandbox/seed.js';
import type { World } from '../../src/sandbox/world.js';
import { stackline } from '../support/stackline.js';

/** Runs command lines one after the other on one cloud; what each prints, and its exit code where that is not 0. */
async function inTurn(world: World, ...lines: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  for (const line of lines) {
    const [program = '', ...words] = line.split(' ');
    const { stdout, stderr, code } = await stackline(words, { program, sim: { world } });
    said.push(`${stdout}${stderr}${code === 0 ? '' : `[${code}]`}`);
  }
  return said;
}

describe('nova-manage', () => {
  it('service enable and disable switch one service, and say that there is none', async () => {
    const world = guideWorld();
    const said = await inTurn(
      world,
      'nova-manage service disable --host c02.example.com --service nova-compute',
      'nova-manage service disable --service nova-compute --host c03.example.com',
      'nova-manage service enable --host c02.example.com --service nova-compute',
    );
    assert.deepEqual(said, [
      'Service nova-compute on host c02.example.com disabled.\n',
      'Service nova-compute on host c03.example.com disabled.\n',
      'Service nova-compute on host c02.example.com enabled.\n',
    ]);
    const disabled = world.computeServices.filter(({ enabled }) => !enabled).map(({ host }) => host);
    assert.deepEqual(disabled, ['c03.example.com']);
    const [missing = '', unsaid = ''] = await inTurn(
      world,
      'nova-manage service enable --host nowhere --service nova-compute',
      'nova-manage service enable --host c02.example.com',
    );
    assert.match(missing, /^Could not find binary nova-compute on host nowhere\..*\[1\]$/s);
    assert.match(unsaid, /--service.*\[2\]$/s);
  });

  it('floating create, list and delete work on ranges', async () => {
    const world = guideWorld();
    const said = await inTurn(
      world,
      'nova-manage floating create --ip_range 10.9.0.0/31 --pool lab --interface eth2',
      'nova-manage floating list',
      'nova-manage floating delete 10.9.0.0/31',
    );
    assert.equal(said[0], '');
    assert.match(said[1] ?? '', /^None\t10\.9\.0\.1\tNone\tlab\teth2$/m);
    assert.equal(said[2], '');
    assert.equal(world.floatingIps.length, 2);
  });

  it('flavor create, set_key, unset_key and delete say what they have done', async () => {
    const world = guideWorld();
    const said = await inTurn(
      world,
      'nova-manage flavor create --name lab --memory 512 --cpu 1 --root_gb 5 --flavor 77 --is_public False',
      'nova-manage flavor set_key --name lab --key cpu --value fast',
      'nova-manage flavor list --name lab',
      'nova-manage instance_type unset_key --name lab --key cpu',
      'nova-manage flavor delete --name lab',
      'nova-manage flavor delete lab',
      'nova-manage flavor create --name lab --memory much --cpu 1 --root_gb 5',
    );
    assert.deepEqual(said.slice(0, 5), [
      'lab created\n',
      'Key cpu set to fast on instance type lab\n',
      'lab: Memory: 512MB, VCPUS: 1, Root: 5GB, Ephemeral: 0Gb, FlavorID: 77, Swap: 0MB, RXTX Factor: 1.0, private, ' +
        "ExtraSpecs {u'cpu': u'fast'}\n",
      'Key cpu unset on instance type lab\n',
      'lab deleted\n',
    ]);
    assert.match(said[5] ?? '', /^No flavor with a name or ID of 'lab' exists\.\n.*\[1\]$/s);
    assert.match(said[6] ?? '', /^Ram must be an integer\.\n\[1\]$/);
  });

  it('project quota sets one limit, and shows all of them', async () => {
    const world = guideWorld();
    const [set = '', unlimited = '', unknown = '', bad = ''] = await inTurn(
      world,
      'nova-manage project quota --project anne --key cores --value 40',
      'nova-manage project quota --project anne --key ram --value unlimited',
      'nova-manage project quota --project anne --key nothing --value 1',
      'nova-manage project quota --project anne --key ram --value much',
    );
    assert.match(set, /^cores: 40$/m);
    assert.match(unlimited, /^ram: unlimited$/m);
    assert.match(unknown, /'nothing' was unexpected.*\[1\]$/s);
    assert.match(bad, /invalid int value: 'much'.*\[2\]$/s);
    assert.deepEqual(world.quotas[tenantId('anne')], { cores: 40, ram: -1 });
  });

  it('network create, modify and delete, fixed reserve and project scrub change what they name', async () => {
    const world = guideWorld();
    const said = await inTurn(
      world,
      'nova-manage network create lab --fixed_range_v4 10.9.0.0/24 --vlan 400 --multi_host T',
      'nova-manage network modify 10.9.0.0/24 --project admin --host c02.example.com',
      'nova-manage fixed reserve --address 10.9.0.9',
    );
    assert.deepEqual(said, ['', '', '']);
    const lab = world.networks.find(({ label }) => label === 'lab');
    assert.deepEqual([lab?.tenantId, lab?.host, lab?.vlan], [tenantId('admin'), 'c02.example.com', 400]);
    assert.deepEqual(world.retired.reservedIps, ['10.9.0.9']);
    const more = await inTurn(
      world,
      'nova-manage fixed unreserve 10.9.0.9',
      'nova-manage project scrub --project admin',
      'nova-manage network delete --fixed_range 10.9.0.0/24',
      'nova-manage network delete 10.9.0.0/24',
      'nova-manage network modify 10.1.1.0/24 --project anne',
      'nova-manage network create lab --fixed_range_v4 10.9.0.0/24 --num_networks 2',
    );
    // The group of its name stays, as it is nova's own.
    assert.deepEqual(more.slice(0, 1), ['']);
    assert.match(more[3] ?? '', /^Network could not be found for cidr 10\.9\.0\.0\/24\.\n\[1\]$/);
    assert.match(more[4] ?? '', /^The API gives a network to the project that is logged in to only\.\n.*\[1\]$/s);
    assert.match(more[5] ?? '', /^The API makes one network at a time\.\n\[1\]$/);
  });

  it('vm live_migration finds a server by its EC2 id', async () => {
    const world = guideWorld();
    const [said = '', missing = ''] = await inTurn(
      world,
      'nova-manage vm live_migration --ec2_id i-00000029 --dest c04.example.com',
      'nova-manage vm block_migration i-0000ffff c04.example.com',
    );
    assert.equal(said, 'Migration of i-00000029 initiated. Check its progress using euca-describe-instances.\n');
    assert.equal(world.servers.find(({ name, deleted }) => name === 'devstack' && !deleted)?.host, 'c04.example.com');
    assert.match(missing, /^Instance i-0000ffff could not be found\.\n\[1\]$/);
  });

  it('takes each option as a word in its place, too, as scripts of 2011 have them', async () => {
    const world = guideWorld();
    const said = await inTurn(
      world,
      'nova-manage project quota anne cores 41',
      'nova-manage service disable c02.example.com nova-compute',
      'nova-manage floating create 10.9.0.0/31 lab eth2',
      'nova-manage flavor create lab 512 1 5 0 77',
      'nova-manage flavor set_key lab cpu fast',
      'nova-manage flavor unset_key lab cpu',
      'nova-manage flavor list lab',
      'nova-manage network create lab 10.8.0.0/24 1 256',
      'nova-manage network modify 10.8.0.0/24 admin',
      'nova-manage service list c02.example.com nova-compute',
      'nova-manage floating list c01.example.com',
    );
    assert.match(said[0] ?? '', /^cores: 41$/m);
    assert.equal(said[1], 'Service nova-compute on host c02.example.com disabled.\n');
    assert.deepEqual(said.slice(2, 6), [
      '',
      'lab created\n',
      'Key cpu set to fast on instance type lab\n',
      'Key cpu unset on instance type lab\n',
    ]);
    assert.match(said[6] ?? '', /^lab: Memory: 512MB, VCPUS: 1, Root: 5GB, Ephemeral: 0Gb, FlavorID: 77, /);
    assert.deepEqual(said.slice(7, 9), ['', '']);
    assert.equal(world.networks.find(({ cidr }) => cidr === '10.8.0.0/24')?.tenantId, tenantId('admin'));
    assert.match(said[9] ?? '', /^nova-compute +c02\.example\.com /m);
    assert.doesNotMatch(said[10] ?? '', /\[/);
    const [twice = '', many = '', size = ''] = await inTurn(
      world,
      'nova-manage service disable c02.example.com nova-compute --host c03.example.com',
      'nova-manage flavor delete lab more',
      'nova-manage network create lab2 10.7.0.0/24 1 16',
    );
    assert.match(twice, /argument --host: not allowed with a word in its place\n\[2\]$/);
    assert.match(many, /unrecognized arguments: more\n\[2\]$/);
    assert.match(size, /^The API makes a network of all addresses of its range\.\n\[1\]$/);
  });

  it('agent modify and delete find a build by what it is for', async () => {
    const world = guideWorld();
    const before = world.agents.length;
    const said = await inTurn(
      world,
      'nova-manage agent create --os linux --architecture x86_64 --version 7.0 --url http://a/b.zip --md5hash d41d8',
      'nova-manage agent modify linux x86_64 8.0 http://a/c.zip e41d8',
      'nova-manage agent modify linux sparc 8.0 http://a/c.zip e41d8',
    );
    assert.deepEqual(said.slice(0, 2), ['', '']);
    assert.match(said[2] ?? '', /^No agent-build associated with hypervisor xen os linux architecture sparc\.\n\[1\]$/);
    const { version, url, md5hash } = world.agents.at(-1) ?? assert.fail();
    assert.deepEqual([version, url, md5hash], ['8.0', 'http://a/c.zip', 'e41d8']);
    assert.deepEqual(await inTurn(world, 'nova-manage agent delete --os linux --architecture x86_64'), ['']);
    assert.equal(world.agents.length, before);
  });

  it('vpn change moves the VPN of the networks of the project that is logged in to', async () => {
    const world = guideWorld();
    const [lab = '', said = '', other = ''] = await inTurn(
      world,
      `nova-manage network create lab --fixed_range_v4 10.9.0.0/24 --project_id ${tenantId('admin')}`,
      'nova-manage vpn change --project admin --ip 203.0.113.9 --port 1234',
      'nova-manage vpn change anne 203.0.113.9 1234',
    );
    assert.deepEqual([lab, said], ['', '']);
    const own = world.networks.filter((network) => network.tenantId === tenantId('admin'));
    assert.ok(own.length > 0);
    for (const { vpnAddress, vpnPort } of own) assert.deepEqual([vpnAddress, vpnPort], ['203.0.113.9', 1234]);
    assert.match(other, /^The API changes the VPN of the project that is logged in to only\.\n.*\[1\]$/s);
  });

  it('cell create and delete go by the name, and the password is not to be seen', async () => {
    const world = guideWorld();
    const line =
      'nova-manage cell create --name south --cell_type compute --username u --password canary --hostname rabbit ' +
      '--port 5672 --virtual_host / --woffset 0.5 --wscale 1';
    const [made, list = '', debug = '', gone, missing = '', bad = ''] = await inTurn(
      world,
      line,
      'nova-manage cell list',
      `${line} --debug`,
      'nova-manage cell delete south',
      'nova-manage cell delete --cell_name south',
      'nova-manage cell create south grandchild',
    );
    assert.equal(made, '');
    assert.match(list, /^ +- +south +child +u +rabbit +5672 /m);
    assert.match(debug, /"weight_offset": ?0\.5/);
    assert.doesNotMatch(debug, /canary/);
    assert.equal(gone, '');
    assert.match(missing, /^Cell south doesn't exist\..*\[1\]$/s);
    assert.match(bad, /cell type must be 'parent'\/'api' or 'child'\/'compute'\n\[2\]$/);
  });

  it('agent create makes a build', async () => {
    const world = guideWorld();
    const [said] = await inTurn(world, 'nova-manage agent create linux x86_64 7.0 http://a/b.zip d41d8cd9');
    assert.deepEqual([said, world.agents.at(-1)?.hypervisor, world.agents.length], ['', 'xen', 2]);
  });
});

describe('cinder-manage', () => {
  it('volume delete takes a volume whatever its state, but not from a server', async () => {
    const world = guideWorld();
    const idOf = (name: string) => world.volumes.find((one) => one.name === name)?.id;
    const [gone, used = ''] = await inTurn(
      world,
      `cinder-manage volume delete ${idOf('scratch')}`,
      `cinder-manage volume delete ${idOf('wiki-data')}`,
    );
    assert.equal(gone, '');
    assert.equal(idOf('scratch'), undefined);
    assert.match(used, /^Volume is in-use\.\nDetach volume from instance and then try again\.\n\[1\]$/);
  });
});
