import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { createFile } from '../../src/storage/create-file.js';

const directory = mkdtempSync(join(tmpdir(), 'stackline-new-file-'));
after(() => rmSync(directory, { recursive: true, force: true }));

describe('a new file', () => {
  it('is there in full, and nothing beside it', () => {
    const path = join(directory, 'cacert.pem');
    assert.equal(createFile(path, 'certificate\n'), true);
    assert.equal(readFileSync(path, 'utf8'), 'certificate\n');
    assert.deepEqual(readdirSync(directory), ['cacert.pem']);
  });

  it('may be for its owner only', () => {
    const path = join(directory, 'key.pem');
    createFile(path, new Uint8Array([1, 2]), 0o600);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.deepEqual([...readFileSync(path)], [1, 2]);
  });

  it('takes the place of nothing: no file, no directory, no link, not even one that leads nowhere', () => {
    const [file, inner, link] = ['file', 'directory', 'link'].map((name) => join(directory, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(file, 'kept');
    mkdirSync(inner);
    symlinkSync(join(directory, 'nowhere'), link);
    for (const path of [file, inner, link]) assert.equal(createFile(path, 'new'), false);
    assert.equal(readFileSync(file, 'utf8'), 'kept');
    assert.deepEqual(readdirSync(directory).sort(), ['cacert.pem', 'directory', 'file', 'key.pem', 'link']);
  });

  it('that cannot be written is said why', () => {
    const path = join(directory, 'no-such-directory', 'cacert.pem');
    assert.throws(() => createFile(path, ''), {
      name: 'CommandError',
      message: `Unable to write ${path}: No such file or directory`,
    });
    assert.throws(() => createFile(path, ''), Failure);
  });
});
