#!/usr/bin/env node
// Starts dist/stackline.cjs as `node dist/stackline.cjs` would, but with V8's compiled code from earlier runs; nothing
// that happens to that code is ever said. Its rule:
//
// 1. The first run that uses a file of dist/ only notes that, as to keep code is a tenth of a run, and many a run in a
//    new place stays the only one; then, a run that uses a noted file whose code fewer than three runs have kept, keeps
//    the code of all noted files that it used, with all that it has compiled itself.
// 2. A run of more than three seconds keeps only what had no code yet: by then V8 has begun to throw code away.
// 3. Code is taken only from a file of our own that nobody else may read or write, in such a directory, that is whole,
//    and was made of the very text that is in dist/ now, by this V8.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const dist = `${path.dirname(__dirname)}/dist`;
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK, O_WRONLY, O_CREAT, O_EXCL } = fs.constants;

const RUNS = 3;
/** Milliseconds after which V8 may have thrown code away. */
const LONG = 3000;
/** Bytes of a file of code before the code itself. */
const HEADER = 128;
const BEFORE = '(function (exports, require, module, __filename, __dirname) {';
const AFTER = '\n})';
/** Another V8 has code of its own. */
const suffix = `-${process.versions.v8}-${process.arch}`;

function run() {
  const directory = codeDirectory();
  const isTrusted = directory !== undefined && isOurDirectory(directory);
  /** The modules of dist/ that were loaded, by their names there. */
  const modules = new Map();
  const load = (name) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const filename = `${dist}/${name}`;
    const text = readWrapped(filename);
    const source = text.subarray(BEFORE.length, -AFTER.length);
    const file = directory && `${directory}/${name.replaceAll('/', '%2F')}${suffix}`;
    const kept = isTrusted ? readCode(file, source) : undefined;
    // The sources are ASCII.
    const script = new vm.Script(text.latin1Slice(), { filename, cachedData: kept?.code });
    const runs = script.cachedDataRejected ? 0 : (kept?.runs ?? 0);
    const module = { exports: {}, file, source, script, isNoted: kept !== undefined, runs };
    modules.set(name, module);
    script.runInThisContext()(module.exports, required, module, filename, path.dirname(filename));
    return module.exports;
  };
  // The build names files by the way up to dist/ and from there: `../../output/csv.cjs`.
  const required = (id) => (id.startsWith('.') ? load(id.slice(id.lastIndexOf('./') + 2)) : require(id));
  process.on('exit', () => directory && keep(directory, isTrusted, [...modules.values()]));
  load('stackline.cjs');
}

/** The text of a module as a function, as Node makes it one. */
function readWrapped(filename) {
  const fd = fs.openSync(filename, O_RDONLY);
  try {
    const { size } = fs.fstatSync(fd);
    const text = Buffer.allocUnsafe(BEFORE.length + size + AFTER.length);
    text.latin1Write(BEFORE, 0);
    read(fd, text, BEFORE.length, size);
    text.latin1Write(AFTER, BEFORE.length + size);
    return text;
  } finally {
    fs.closeSync(fd);
  }
}

function read(fd, bytes, at, size) {
  if (fs.readSync(fd, bytes, at, size, 0) !== size) throw new Error('a file of this program is not whole');
  return bytes;
}

function codeDirectory() {
  const { XDG_CACHE_HOME, HOME } = process.env;
  const cache = XDG_CACHE_HOME?.startsWith('/') ? XDG_CACHE_HOME : HOME && path.join(HOME, '.cache');
  return cache ? path.join(cache, 'stackline', 'code') : undefined;
}

const isOurs = (status) => status.uid === process.geteuid?.() && (status.mode & 0o077) === 0;

function isOurDirectory(directory) {
  const status = fs.lstatSync(directory, { throwIfNoEntry: false });
  return status?.isDirectory() && isOurs(status);
}

/** @param runs how many have kept the code, one digit: the last byte */
const header = (runs, code, source) =>
  `stackline code 4 ${suffix} ${code} of ${source} after `.padEnd(HEADER - 1) + runs;

/** After the header: the code, the code again, and the source that it was made of; nothing where a file is only noted. */
function readCode(file, source) {
  let fd;
  try {
    // A pipe in its place must not hold us up.
    fd = fs.openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const status = fs.fstatSync(fd);
    if (!status.isFile() || !isOurs(status)) return undefined;
    const bytes = read(fd, Buffer.allocUnsafe(status.size), 0, status.size);
    const length = (bytes.length - HEADER - source.length) / 2;
    const head = bytes.latin1Slice(0, HEADER);
    if (bytes.length === HEADER) return head === header(0, 0, source.length) ? { runs: 0 } : undefined;
    const runs = Number(head.at(-1));
    const middle = HEADER + length;
    const end = middle + length;
    // Comparing finds any change; to sum the code up in JavaScript would cost what it saves.
    const isWhole =
      length > 0 &&
      header(runs, length, source.length) === head &&
      bytes.compare(bytes, middle, end, HEADER, middle) === 0 &&
      source.compare(bytes, end) === 0;
    return isWhole ? { runs, code: bytes.subarray(HEADER, middle) } : undefined;
  } catch {
    return undefined;
  } finally {
    if (fd !== undefined) fs.closeSync(fd);
  }
}

function keep(directory, isTrusted, modules) {
  if (modules.every(({ runs }) => runs >= RUNS)) return;
  try {
    if (!isTrusted && !makeTrusted(directory, modules[0].exports)) return;
    const isLong = process.uptime() * 1000 > LONG;
    const keepsCode = modules.some(({ isNoted, runs }) => isNoted && runs < RUNS);
    for (const module of modules) {
      if (!module.isNoted) write(module.file, [header(0, 0, module.source.length)]);
      else if (keepsCode && (module.runs === 0 || !isLong)) writeCode(module);
    }
    if (keepsCode && modules[0].runs === 0) forget(directory, modules);
  } catch {
    // Another run may keep it.
  }
}

/** Makes the directory, or takes its rights from others; false below the home of another user: the program knows the rule. */
function makeTrusted(directory, { moduleOf }) {
  const { cacheDirectory, makeDirectory } = moduleOf('src/storage/directories.ts');
  if (!makeDirectory({ ...cacheDirectory(process.env), path: directory }, process.geteuid?.())) return false;
  if (!isOurs(fs.lstatSync(directory))) fs.chmodSync(directory, 0o700);
  return true;
}

function writeCode({ file, script, source, runs }) {
  const code = script.createCachedData();
  write(file, [header(Math.min(runs + 1, RUNS), code.length, source.length), code, code, source]);
}

/** As a whole, in the place of what is there. */
function write(file, [head, ...rest]) {
  const parts = [Buffer.from(head, 'latin1'), ...rest];
  const fresh = `${file}.${process.pid}`;
  try {
    const fd = fs.openSync(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
    try {
      const size = parts.reduce((sum, { length }) => sum + length, 0);
      if (fs.writevSync(fd, parts) !== size) throw new Error('the disk is full');
    } finally {
      fs.closeSync(fd);
    }
    fs.renameSync(fresh, file);
  } catch {
    fs.rmSync(fresh, { force: true });
  }
}

/** When a new program's code is kept for the first time: removes what this V8 has of the old one. */
function forget(directory, modules) {
  const present = modules.map(({ file }) => path.basename(file));
  for (const name of fs.readdirSync(directory)) {
    if (name.includes(suffix) && !present.includes(name)) fs.unlinkSync(path.join(directory, name));
  }
}

if (process.argv.length === 3 && process.argv[2] === '--version' && /stackline(\.js)?$/.test(process.argv[1])) {
  // Asked at every completion and by every bug report: not worth loading a program for. Links have versions of their own.
  fs.writeSync(1, `${JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8')).version}\n`);
} else {
  try {
    run();
  } catch (error) {
    if (error.path !== `${dist}/stackline.cjs`) throw error;
    // A copy, or a hard link: where the rest is, only a symbolic link tells.
    fs.writeSync(2, `${__filename}: ${dist} does not have the program. 'stackline links install DIR' makes links.\n`);
    process.exitCode = 1;
  }
}
