import assert from 'node:assert/strict';
import { chownSync, existsSync, lstatSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readUserConfig, userConfigKeys, userConfigSchema } from '../../src/config/user-config.js';
import { writeUserConfig } from '../../src/storage/write-user-config.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const uid = process.geteuid?.();

function emptyHome(t: TestContext) {
  const home = temporaryDirectory(t);
  const directory = { path: join(home, '.config', 'stackline'), within: home };
  const path = join(directory.path, 'config.json');
  const write = (values: Readonly<Record<string, string>>): string =>
    writeUserConfig(directory, uid, values, userConfigSchema());
  const read = () => readUserConfig(readFileSync(path, 'utf8'), path).values;
  return { home, path, write, read };
}

describe('the user configuration', () => {
  it('is a file for its owner alone, which is read as it was written, with any of its keys', (t) => {
    const { path, write, read } = emptyHome(t);
    const special: Readonly<Record<string, string>> = { interface: 'internalURL', timeout: '2.5' };
    const patterns: Readonly<Record<string, string>> = {
      'columns.COMMAND': 'columns.nova.list',
      'hyperv.HOST.SETTING': 'hyperv.hv01.example.com.username',
    };
    const keys = userConfigKeys.map((key) => patterns[key] ?? key);
    const values = Object.fromEntries(keys.map((key) => [key, special[key] ?? 'some text']));
    assert.equal(write(values), path);
    assert.deepEqual(read(), values);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    write({ format: 'json' });
    assert.deepEqual(read(), { format: 'json' });
  });

  it('holds nothing that could not be read again', (t) => {
    const { path, write } = emptyHome(t);
    write({ format: 'json' });
    for (const [values, key] of [
      [{ password: 'secret' }, 'additional properties'],
      [{ interface: 'sideways' }, 'interface'],
      [{ timeout: '0' }, 'timeout'],
      [{ region: 'two\nlines' }, 'region'],
      [{ 'columns.': 'x' }, 'additional properties'],
    ] as const) {
      assert.throws(() => write(values), { name: 'CommandError', message: new RegExp(`cannot be written: .*${key}`) });
    }
    assert.equal(readFileSync(path, 'utf8'), '{"format":"json"}');
  });

  it('replaces what is damaged, and stays where a link of its owner leads', (t) => {
    const { home, path, write, read } = emptyHome(t);
    write({ format: 'json' });
    writeFileSync(path, '{"format');
    write({ format: 'csv' });
    assert.deepEqual(read(), { format: 'csv' });
    rmSync(path);
    writeFileSync(join(home, 'dotfile.json'), '{}', { mode: 0o600 });
    symlinkSync(join(home, 'dotfile.json'), path);
    write({ format: 'yaml' });
    assert.ok(lstatSync(path).isSymbolicLink());
    assert.equal(readFileSync(join(home, 'dotfile.json'), 'utf8'), '{"format":"yaml"}');
  });

  it('is not made in the home of another user', {
    skip: uid === 0 ? false : 'only root can give directories away',
  }, (t) => {
    const { home, write } = emptyHome(t);
    chownSync(home, 12345, 12345);
    assert.throws(() => write({ format: 'json' }), /cannot be written: the directory belongs to another user\.$/);
    assert.equal(existsSync(join(home, '.config')), false);
  });
});
