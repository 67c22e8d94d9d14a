#!/usr/bin/env node
// Starts dist/stackline.cjs, with V8's compiled code from an earlier run where that can be trusted. Without it
// everything works as well, a few milliseconds later; nothing that happens to the cache is ever said.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const program = path.join(__dirname, '..', 'dist', 'stackline.cjs');
const { O_RDONLY, O_NOFOLLOW, O_WRONLY, O_CREAT, O_EXCL } = fs.constants;

const HEADER = 160;
/** Bytes before the code: how many runs have added to it, then bit by bit which modules of the program have run. */
const SEEN = 512;
/** How many runs add to the code of what they use: each may use more of it, as the first one with a kept login does. */
const FEW = 3;
const FIRST_LINE = 64;
const header = (name, length) => Buffer.from(`stackline code 3 ${name} ${length}\n`.padEnd(HEADER), 'latin1');
const isOurs = (status) => status.uid === process.geteuid?.() && (status.mode & 0o077) === 0;

if (process.argv.length === 3 && process.argv[2] === '--version') {
  // Asked at every completion and by every bug report: not worth loading a program for.
  fs.writeSync(1, `${JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8')).version}\n`);
} else {
  run();
}

function run() {
  const fd = fs.openSync(program, 'r');
  // The build begins the file with a line of its hash and of the length of the program; the parts lie behind it.
  const [hash, length] = read(fd, FIRST_LINE, 0).slice(2).split(' ');
  const name = `${hash}-${process.versions.v8}-${process.arch}`;
  const scripts = [];
  const start = (size, at, suffix) => {
    const own = `${name}${suffix}`;
    const file = cacheFile(own);
    const kept = file && readCode(file, own);
    const cachedData = kept?.subarray(SEEN);
    const script = new vm.Script(read(fd, size, at), { filename: program + suffix, cachedData });
    scripts.push({ file, name: own, script, kept: script.cachedDataRejected ? undefined : kept });
    return script.runInThisContext();
  };

  const modules = new Map();
  const load = (id) => {
    if (id.startsWith('main:')) return main.shared[id.slice(5)]();
    if (id.startsWith('bytes:')) return Buffer.from(read(fd, ...placeOf(id)), 'base64');
    if (!id.startsWith('part:')) return require(id);
    const [size, at] = placeOf(id.slice(5));
    const module = { exports: {} };
    const wrapped = start(size, at, `-${id.slice(5).replace(/\W/g, '_')}`);
    wrapped(module.exports, required, module, program, __dirname);
    return module.exports;
  };
  const required = (id) => {
    if (!modules.has(id)) modules.set(id, load(id));
    return modules.get(id);
  };
  const module = { exports: {} };
  const [ran, places] = start(Number(length), FIRST_LINE, '')(module.exports, required, module, program, __dirname);
  const placeOf = (id) => {
    const found = places.indexOf(`\n${id} `) + id.length + 2;
    const [at, size] = places.slice(found, places.indexOf('\n', found)).split(' ').map(Number);
    return [size, FIRST_LINE + Number(length) + at];
  };
  const main = module.exports;
  process.once('exit', () => keepAll(scripts, ran, main.shared['src/storage/directories.ts']));
  const host = main.realHost();
  main.main(host).then(host.exit);
}

/** @returns {string} the program's text is ASCII */
function read(fd, size, at) {
  const bytes = Buffer.allocUnsafe(size);
  for (let done = 0; done < size; ) {
    const more = fs.readSync(fd, bytes, done, size - done, at + done);
    if (more === 0) throw new Error(`${program} is not whole`);
    done += more;
  }
  return bytes.latin1Slice();
}

/**
 * Keeps the compiled code of the first few runs, and of the program again that of the few runs after one has used
 * modules that no run before it did.
 */
function keepAll([main, ...parts], ran, directories) {
  // V8 throws code away in a process that runs for long.
  const isShort = process.uptime() < 3;
  const seen = Buffer.alloc(SEEN, main.kept?.subarray(0, SEEN) ?? 0);
  for (const number of ran) {
    const at = 1 + (number >> 3);
    const bit = 1 << (number & 7);
    if (at >= SEEN || (seen[at] & bit) !== 0) continue;
    seen[at] |= bit;
    seen[0] = 0;
  }
  const add = (script, head) => {
    if (head[0] >= FEW || (!isShort && script.kept !== undefined)) return;
    head[0] += 1;
    keep(script, head, directories);
  };
  add(main, seen);
  for (const part of parts) add(part, Buffer.alloc(SEEN, part.kept?.subarray(0, SEEN) ?? 0));
}

function keep({ file, name, script }, seen, directories) {
  if (file) writeCode(file, name, script, seen, directories);
}

function cacheFile(name) {
  const { XDG_CACHE_HOME, HOME } = process.env;
  const cache = XDG_CACHE_HOME?.startsWith('/') ? XDG_CACHE_HOME : HOME && path.join(HOME, '.cache');
  return cache ? path.join(cache, 'stackline', 'code', name) : undefined;
}

/** It is code that we are about to run: only a file of our own, that nobody else may write, whole and as we left it. */
function readCode(file, name) {
  let fd;
  try {
    const folder = fs.lstatSync(path.dirname(file));
    if (!folder.isDirectory() || !isOurs(folder)) return undefined;
    fd = fs.openSync(file, O_RDONLY | O_NOFOLLOW);
    const status = fs.fstatSync(fd);
    if (!status.isFile() || !isOurs(status)) return undefined;
    const bytes = fs.readFileSync(fd);
    // The header, then modules and code, twice: one comparison by memcmp finds any change, where summing it up in
    // JavaScript would cost what the cache saves.
    const head = header(name, (bytes.length - HEADER) / 2);
    const middle = HEADER + (bytes.length - HEADER) / 2;
    if (bytes.length <= HEADER + 2 * SEEN || head.compare(bytes, 0, HEADER) !== 0) return undefined;
    const code = bytes.subarray(HEADER, middle);
    return code.compare(bytes, middle) === 0 ? code : undefined;
  } catch {
    return undefined;
  } finally {
    if (fd !== undefined) fs.closeSync(fd);
  }
}

function writeCode(file, name, script, seen, directories) {
  const folder = path.dirname(file);
  const fresh = `${file}.${process.pid}`;
  try {
    const code = Buffer.concat([seen, script.createCachedData()]);
    const { cacheDirectory, makeDirectory } = directories();
    if (!makeDirectory({ ...cacheDirectory(process.env), path: folder }, process.geteuid?.())) return;
    if (!isOurs(fs.lstatSync(folder))) fs.chmodSync(folder, 0o700);
    const fd = fs.openSync(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
    try {
      fs.writeFileSync(fd, Buffer.concat([header(name, code.length), code, code]));
    } finally {
      fs.closeSync(fd);
    }
    fs.renameSync(fresh, file);
    forget(folder, path.basename(file));
  } catch {
    try {
      fs.unlinkSync(fresh);
    } catch {
      // it was never made
    }
  }
}

/** Codes of builds that are gone, for this version of V8. */
function forget(folder, present) {
  const hash = present.slice(0, present.indexOf('-'));
  const version = `-${process.versions.v8}-${process.arch}`;
  for (const name of fs.readdirSync(folder)) {
    if (name.slice(hash.length).startsWith(version) && !name.startsWith(hash)) fs.unlinkSync(path.join(folder, name));
  }
}
