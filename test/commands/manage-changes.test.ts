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
