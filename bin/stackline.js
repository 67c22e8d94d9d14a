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
/** Bytes before the code that tell, bit by bit, which modules have run. */
const SEEN = 512;
/** Modules of a run after which its code is not added to what is kept: with the embedded cloud, it is twice as many. */
const MOST = 100;
const header = (name, length) => Buffer.from(`stackline code 2 ${name} ${length}\n`.padEnd(HEADER), 'latin1');
const isOurs = (status) => status.uid === process.geteuid?.() && (status.mode & 0o077) === 0;

if (process.argv.length === 3 && process.argv[2] === '--version') {
  // Asked at every completion and by every bug report: not worth loading a program for.
  fs.writeSync(1, `${JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8')).version}\n`);
} else {
  run();
}

function run() {
  const source = fs.readFileSync(program, 'latin1');
  // The build begins the file with a hash of its content, and makes one function of the rest.
  const name = `${source.slice(2, 34)}-${process.versions.v8}-${process.arch}`;
  const file = cacheFile(name);
  const kept = file && readCode(file, name);
  const script = new vm.Script(source, { filename: program, cachedData: kept?.subarray(SEEN) });
  const module = { exports: {} };
  // The function gives the numbers of the modules that run, while they run.
  const ran = script.runInThisContext()(module.exports, require, module, program, path.dirname(program));
  if (file) process.once('exit', () => keep(file, name, script, script.cachedDataRejected ? undefined : kept, ran));
  const { main, realHost } = module.exports;
  const host = realHost();
  main(host).then(host.exit);
}

/** Keeps the code of the first run, and again when a run has used modules that no run before it did. */
function keep(file, name, script, kept, ran) {
  const seen = Buffer.alloc(SEEN, kept?.subarray(0, SEEN) ?? 0);
  let more = kept === undefined;
  for (const number of ran) {
    const bit = 1 << (number & 7);
    if (number >= SEEN * 8 || (seen[number >> 3] & bit) !== 0) continue;
    seen[number >> 3] |= bit;
    more = true;
  }
  // The embedded cloud would triple what every later run reads; and V8 throws code away in a process that runs for long.
  const isUsual = kept === undefined || (ran.length <= MOST && process.uptime() < 3);
  if (more && isUsual) writeCode(file, name, script, seen);
}

function cacheFile(name) {
  const { XDG_CACHE_HOME, HOME } = process.env;
  const cache = XDG_CACHE_HOME?.startsWith('/') ? XDG_CACHE_HOME : HOME && path.join(HOME, '.cache');
  return cache && path.join(cache, 'stackline', 'code', name);
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

function writeCode(file, name, script, seen) {
  const folder = path.dirname(file);
  const fresh = `${file}.${process.pid}`;
  try {
    const code = Buffer.concat([seen, script.createCachedData()]);
    makeFolder(folder);
    const status = fs.lstatSync(folder);
    if (!status.isDirectory() || status.uid !== process.geteuid?.()) return;
    if (!isOurs(status)) fs.chmodSync(folder, 0o700);
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

/** A home that is not there is not made; Node's own way of making a whole path would never end in /proc. */
function makeFolder(folder) {
  const { XDG_CACHE_HOME, HOME } = process.env;
  if (fs.existsSync(folder) || (folder === HOME && !XDG_CACHE_HOME?.startsWith('/'))) return;
  makeFolder(path.dirname(folder));
  fs.mkdirSync(folder, { mode: 0o700 });
}

/** Codes of builds that are gone: one file is kept for each version of V8. */
function forget(folder, present) {
  const rest = present.slice(present.indexOf('-'));
  for (const name of fs.readdirSync(folder)) {
    if (name !== present && name.endsWith(rest)) fs.unlinkSync(path.join(folder, name));
  }
}
