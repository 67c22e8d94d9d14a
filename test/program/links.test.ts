import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { applets } from '../../src/cli/applets.js';
import { root } from '../support/imports.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/* Links by which the shipped program is nova, keystone and so on: real processes in real directories. */

const bin = join(root, 'bin', 'stackline.js');
const home = temporaryDirectory({ after });

function run(program: string, words: string, path = process.env.PATH) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...words.split(' ').filter(Boolean)], {
    env: { HOME: home, PATH: path, STACKLINE_HANDOVER: 'off' },
    encoding: 'utf8',
  });
  return { stdout, stderr, code: status };
}

function directory(name: string): string {
  const path = join(home, name);
  mkdirSync(path);
  return path;
}

const names = Object.keys(applets);

describe('stackline links', () => {
  it('makes a link for each client, once, and takes them away again', () => {
    const dir = directory('fresh');
    const first = run(bin, `links install ${dir}`);
    assert.deepEqual(readdirSync(dir).sort(), [...names].sort());
    assert.deepEqual([...new Set(readdirSync(dir).map((name) => realpathSync(join(dir, name))))], [bin]);
    assert.equal(first.stdout.split('\n')[0], `${dir}/${names[0]} leads to ${bin}`);
    assert.equal(first.stderr, `${dir} is not in PATH. To make it the first: export PATH=${dir}:$PATH\n`);
    assert.equal(first.code, 0);

    const again = run(bin, `links install ${dir}`, `${dir}:${process.env.PATH}`);
    assert.equal(again.stdout, names.map((name) => `${dir}/${name} leads already to ${bin}\n`).join(''));
    assert.deepEqual([again.stderr, again.code], ['', 0]);

    const removed = run(bin, `links remove ${dir}`);
    assert.equal(removed.stdout, names.map((name) => `${dir}/${name} is removed\n`).join(''));
    assert.deepEqual(readdirSync(dir), []);
    assert.equal(run(bin, `links remove ${dir}`).stdout, `No link of ours is in ${dir}\n`);
  });

  it('makes no link for openstack unless that is asked for, and takes it away again', () => {
    const dir = directory('named');
    assert.equal(run(bin, `links install ${dir} openstack`).stdout, `${dir}/openstack leads to ${bin}\n`);
    assert.deepEqual(readdirSync(dir), ['openstack']);
    const version = run(join(dir, 'openstack'), '--version');
    assert.deepEqual(version, { stdout: 'openstack 6.0.0\n', stderr: '', code: 0 });
    const { stderr, code } = run(join(dir, 'openstack'), 'stack list');
    assert.match(stderr, /^openstack: 'stack list' is not an openstack command\. See 'openstack --help'\.\n/);
    assert.equal(code, 2);
    assert.match(run(bin, `links list ${dir} -f csv -c Name -c Ours`).stdout, /^"openstack",True$/m);
    assert.match(run(bin, `links install ${dir} novva`).stderr, /^We cannot be called novva\.$/m);
    assert.equal(run(bin, `links remove ${dir}`).stdout, `${dir}/openstack is removed\n`);
  });

  it('leaves alone names that are not its own links, and makes the others', () => {
    const dir = directory('mixed');
    writeFileSync(join(dir, 'nova'), 'another program');
    mkdirSync(join(dir, 'keystone'));
    symlinkSync(join(home, 'nowhere'), join(dir, 'nova-manage'));
    symlinkSync('/bin/sh', join(dir, 'cinder-manage'));
    const { stdout, stderr, code } = run(bin, `links install ${dir}`);
    assert.match(stdout, new RegExp(`^${dir}/nova stays: it is a file, and not ours$`, 'm'));
    assert.match(stdout, new RegExp(`^${dir}/keystone stays: it is a directory, and not ours$`, 'm'));
    assert.match(stdout, new RegExp(`^${dir}/nova-manage stays: it is a link to ${home}/nowhere, and not ours$`, 'm'));
    assert.match(stdout, new RegExp(`^${dir}/glance-manage leads to ${bin}$`, 'm'));
    assert.match(stderr, new RegExp(`^nova, keystone, nova-manage, cinder-manage in ${dir} are not made\\.$`, 'm'));
    assert.equal(code, 1);

    assert.match(run(bin, `links remove ${dir}`).stdout, new RegExp(`^${dir}/nova stays`, 'm'));
    assert.deepEqual(readdirSync(dir).sort(), ['cinder-manage', 'keystone', 'nova', 'nova-manage']);
    assert.equal(readFileSync(join(dir, 'nova'), 'utf8'), 'another program');
    assert.ok(lstatSync(join(dir, 'nova-manage')).isSymbolicLink());
  });

  it('counts a link that leads to another link of ours as ours', () => {
    const dir = directory('two-steps');
    symlinkSync(bin, join(dir, 'stackline'));
    symlinkSync('stackline', join(dir, 'nova'));
    assert.match(run(join(dir, 'stackline'), `links install ${dir}`).stdout, /\/nova leads already to /);
  });

  it('says which clients there are, in one directory or in PATH', () => {
    const dir = directory('listed');
    symlinkSync(bin, join(dir, 'nova'));
    const one = run(bin, `links list ${dir} -f json`);
    const rows: { Name: string; Ours: boolean; What: string }[] = JSON.parse(one.stdout);
    assert.deepEqual(
      rows.map(({ Name }) => Name),
      names,
    );
    assert.deepEqual(
      rows.filter(({ Ours }) => Ours).map(({ Name, What }) => [Name, What]),
      [['nova', 'a link to us']],
    );
    assert.equal(rows.find(({ Name }) => Name === 'keystone')?.What, 'not there');
    const all = run(bin, 'links list -f value -c Path -c Ours', `${dir}:${join(home, 'mixed')}`);
    assert.equal(all.stdout.split('\n')[0], `${join(dir, 'nova')} True`);
    assert.match(all.stdout, new RegExp(`^${join(home, 'mixed', 'nova')} False$`, 'm'));
  });

  it('prints an error for a directory that is not there, and for a missing action or directory', () => {
    assert.deepEqual(run(bin, `links install ${home}/missing`), {
      stdout: '',
      stderr: `There is no directory ${home}/missing.\n`,
      code: 1,
    });
    assert.equal(run(bin, 'links install').code, 2);
    assert.match(run(bin, 'links').stderr, /What it can do: links install, links list, links remove\./);
    assert.match(run(bin, 'help links install').stdout, /\nusage: stackline links install <dir> \[/);
  });
});

describe('a copy of the file that links lead to', () => {
  it('says that the program is not beside it, in one sentence', () => {
    const dir = directory('copies');
    copyFileSync(bin, join(dir, 'nova'));
    assert.deepEqual(run(join(dir, 'nova'), 'list'), {
      stdout: '',
      stderr: `${dir}/nova: ${home}/dist does not have the program. 'stackline links install DIR' makes links.\n`,
      code: 1,
    });
  });
});

describe('the program behind a link', () => {
  const dir = directory('clients');
  run(bin, `links install ${dir}`);
  const as = (name: string, words: string) => run(join(dir, name), words);

  it('is the client of that name: usage, errors, exit codes', () => {
    const nova = as('nova', 'show');
    assert.equal(
      nova.stderr,
      'usage: nova show [--minimal] [--wrap <integer>] <server>\n' +
        "error: the following arguments are required: <server>\nTry 'nova help show' for more information.\n",
    );
    assert.equal(nova.code, 2);
    assert.deepEqual(as('keystone', 'tenant-get'), {
      stdout: '',
      stderr: 'usage: keystone tenant-get <tenant>\nkeystone tenant-get: error: too few arguments\n',
      code: 2,
    });
    assert.equal(as('nova', '--sandbox show nosuch').stderr.split('\n')[0]?.startsWith('ERROR (CommandError): '), true);
    assert.equal(as('nova', '--sandbox show nosuch').code, 1);
    assert.equal(as('keystone', '--sandbox tenant-get nosuch').code, 1);
    assert.equal(as('glance-manage', 'db_sync').code, 2);
    assert.equal(as('keystone-manage', 'db_sync').code, 2);
  });

  it('shows what the client shows', () => {
    assert.match(as('nova', '--sandbox list --all-tenants').stdout, /\| devstack +\|/);
    assert.match(as('keystone', '--sandbox service-list').stdout, /\| keystone \| +identity/);
    assert.match(
      as('cinder-manage', '--sandbox host list').stdout,
      /^host {21}\tzone {11}\nc01\.example\.com {10}\tnova/,
    );
  });

  it('works in the pipes of old scripts', () => {
    const sh = (line: string): string =>
      spawnSync('/bin/sh', ['-c', line], {
        env: { HOME: home, PATH: `${dir}:${process.env.PATH}`, LC_ALL: 'C' },
        encoding: 'utf8',
      }).stdout;
    assert.equal(
      sh('nova-manage --sandbox service list | sort | tail -n +2 | head -2'),
      'nova-cert        cloud.example.com                    nova             enabled    :-)   2013-02-25 19:32:38\n' +
        'nova-compute     c01.example.com                      nova             enabled    :-)   2013-02-25 19:32:35\n',
    );
    assert.equal(
      sh('nova-manage --sandbox service list | awk \'$1 == "nova-compute" {print $2, $5}\' | wc -l').trim(),
      '5',
    );
    assert.equal(sh('nova-manage --sandbox service list | grep -c XXX').trim(), '0');
    assert.equal(
      sh('cinder-manage --sandbox host list | sort | tail -1'),
      'host                     \tzone           \n',
    );
  });
});
