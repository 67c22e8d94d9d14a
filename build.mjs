// Installs what the build needs when it is not there, then makes dist/stackline.cjs: one file, no run-time dependencies.
//   node build.mjs [--install-only] [--quiet]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const flags = new Set(process.argv.slice(2));
const say = (line) => flags.has('--quiet') || console.log(line);

/** `npm ci`, but only when the lock file changed since the last time: the second run needs no network. */
function install() {
  const stamp = join(root, 'node_modules', '.stackline-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('installing the packages that the build needs (once)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) {
    console.error('npm ci failed: a package registry must be reachable the first time.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

/** Written only when it differs, so that a running command never reads half a file for nothing. */
function writeIfChanged(path, content) {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return false;
  // Put in place as a whole: a command that has begun with the old file goes on with the old file.
  const whole = `${path}.${process.pid}`;
  writeFileSync(whole, content);
  renameSync(whole, path);
  return true;
}

/** The licence of every package that ended up in the bundle, as its own text asks. */
function licences(inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input);
    if (found) packages.add(found[0]);
  }
  const parts = [...packages].sort().map((path) => {
    const about = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    const name = readdirSync(join(root, path)).find((entry) => /^licen[cs]e/i.test(entry));
    const file = name === undefined ? undefined : join(root, path, name);
    if (file === undefined) throw new Error(`${path} has no licence text`);
    return `${about.name} ${about.version} (${about.license})\n\n${readFileSync(file, 'utf8').trim()}\n`;
  });
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** Whatever the channel, nobody is subscribed to it. */
const silentChannels = 'exports.channels = new Proxy({}, { get: () => ({ hasSubscribers: false }) });';

/**
 * Stand-ins for what packages load at once and need seldom or never: each line is milliseconds of every start.
 * A stand-in that is missing something fails at the first use, in the tests.
 */
const standIns = {
  // Told apart by their constructor, and asked for a limit that we always give ourselves.
  'undici > node:http': 'exports.IncomingMessage = class IncomingMessage {}; exports.maxHeaderSize = 16384;',
  // Loading the real one touches standard error.
  'undici > node:assert': `
    const fail = (message) => { throw message instanceof Error ? message : new Error('undici: ' + (message ?? 'assertion failed')); };
    module.exports = Object.assign((ok, message) => { if (!ok) fail(message); }, {
      strictEqual: (a, b, message) => { if (!Object.is(a, b)) fail(message); },
    });`,
  // Not spoken: no service of the field does.
  'undici > ./client-h2.js': "module.exports = () => { throw new Error('HTTP/2 is not in this build'); };",
  'undici > ../web/fetch/body.js': "exports.extractBody = () => { throw new Error('only texts and bytes are sent'); };",
  'undici > node:querystring': "exports.stringify = (query) => require('node:querystring').stringify(query);",
  // Tables that make names of headers lower case a little faster; without them toLowerCase() does it.
  'undici > ./constants': 'exports.headerNameLowerCasedRecord = Object.create(null);',
  'undici > ./tree': 'exports.tree = { lookup: () => undefined };',
  // Nobody listens to undici's diagnostics channels.
  'undici > ./diagnostics.js': silentChannels,
  'undici > ../core/diagnostics.js': silentChannels,
  // Every processor that Node 20 runs on has SIMD, but for old POWER; there, undici says so itself.
  'undici > ../llhttp/llhttp-wasm.js': "throw new Error('this build needs WebAssembly SIMD');",
  'commander > node:process': 'module.exports = process;',
  // Help and guesses of what was meant are ours.
  'commander > ./help.js': "exports.Help = class { constructor() { throw new Error('commander has no help here'); } };",
  'commander > ./lib/help.js':
    "exports.Help = class { constructor() { throw new Error('commander has no help here'); } };",
  'commander > ./suggestSimilar': "exports.suggestSimilar = () => '';",
  // For subcommands that are programs of their own; ours are not.
  'commander > node:child_process':
    "Object.defineProperty(exports, 'spawn', { get: () => require('node:child_process').spawn });",
  // Migrations, encryption and watching: we use none of them.
  'conf > semver': 'module.exports = {};',
  'conf > debounce-fn': 'module.exports = (wanted) => wanted;',
  // Asked whether what it has just read is what it will write: JSON both.
  'conf > node:assert': `
    exports.deepEqual = (a, b) => { if (JSON.stringify(a) !== JSON.stringify(b)) throw new Error('not equal'); };`,
  'conf > node:util': "exports.isDeepStrictEqual = (a, b) => require('node:util').isDeepStrictEqual(a, b);",
  // It always gets a directory.
  'conf > env-paths': "module.exports = () => { throw new Error('conf is given a directory'); };",
  'conf > node:crypto': "module.exports = new Proxy({}, { get: (_, name) => require('node:crypto')[name] });",
  'conf > node:process': 'module.exports = process;',
  'atomically > node:process': 'module.exports = process;',
  'when-exit > node:process': 'module.exports = process;',
  'stubborn-fs > node:process': 'module.exports = process;',
};

/**
 * What is changed in undici's HTTP/1.1 client: [text, how many times it must be there, text instead]. A new undici in
 * which one is not found makes the build fail.
 *
 * On V8 11 (Node 20) the first answer would use up the tier-up budget of the parser, on V8 12 and 13 (Node 22 and 24) the
 * third, and half a second of compiling begins in the background for a few short parses. The flag is back at its default
 * before anything else is compiled: the code cache is valid under one set of flags only.
 *
 * The parser is made once the request is on its way, not before: the server then works at the same time.
 */
const changes = [
  ['new WebAssembly.Module(', 2, 'wasmModule('],
  ['    llhttpInstance = lazyllhttp()\n', 1, ''],
  ['new Parser(client, socket, llhttpInstance)', 1, 'new Parser(client, socket, { exports: undefined })'],
  ['    this.llhttp = exports\n', 1, '    setImmediate(() => this.ptr)\n'],
  ['    this.ptr = this.llhttp.llhttp_alloc(constants.TYPE.RESPONSE)\n', 1, ''],
  ['while (!this.paused && this.ptr)', 1, 'while (!this.paused && this.ownPtr !== null)'],
  [
    '\nclass Parser {\n',
    1,
    `
function wasmModule (bytes) {
  const usual = { 11: 1800000, 12: 13000000, 13: 13000000 }[process.versions.v8.split('.')[0]]
  if (usual === undefined) return new WebAssembly.Module(bytes)
  const v8 = require('node:v8')
  v8.setFlagsFromString('--wasm-tiering-budget=1000000000')
  try { return new WebAssembly.Module(bytes) } finally { v8.setFlagsFromString('--wasm-tiering-budget=' + usual) }
}

class Parser {
  get llhttp () {
    llhttpInstance ??= lazyllhttp()
    return llhttpInstance.exports
  }
  // null once the parser has been freed
  get ptr () {
    if (this.ownPtr === undefined) this.ownPtr = this.llhttp.llhttp_alloc(constants.TYPE.RESPONSE)
    return this.ownPtr
  }
  set ptr (ptr) { this.ownPtr = ptr }
`,
  ],
];

function changed(path) {
  let text = readFileSync(path, 'utf8');
  const other = text.match(/\bconstants\.(?!TYPE\.|ERROR\b|js')\w+/);
  if (other !== null) throw new Error(`undici's client also uses ${other[0]}`);
  for (const [find, times, instead] of changes) {
    const found = text.split(find);
    if (found.length - 1 !== times)
      throw new Error(`undici: '${find.trim()}' is there ${found.length - 1} times, not ${times}`);
    text = found.join(instead);
  }
  return text;
}

const slim = {
  name: 'slim',
  setup({ onResolve, onLoad }) {
    const owner = (path) => /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1];
    onResolve({ filter: /.*/ }, ({ path, importer, namespace }) => {
      if (!['file', ''].includes(namespace)) return undefined;
      const key = `${owner(importer)} > ${path}`;
      return standIns[key] === undefined ? undefined : { path: key, namespace: 'stand-in' };
    });
    onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'one-class' }));
    onLoad({ filter: /.*/, namespace: 'one-class' }, () => ({
      contents: "exports.Client = require('./node_modules/undici/lib/dispatcher/client.js');",
      resolveDir: root,
    }));
    onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({ contents: standIns[path], resolveDir: root }));
    // 70 kB of base64 are no constant of the program: they would be part of its compiled code, and hashed at each start.
    onResolve({ filter: /[\\/]llhttp_simd-wasm\.js$/ }, () => ({ path: 'bytes:llhttp', external: true }));
    // Of some 500 lines of tables the client uses two: they are written out as they are.
    onLoad({ filter: /undici[\\/]lib[\\/]llhttp[\\/]constants\.js$/ }, ({ path }) => {
      const { TYPE, ERROR } = createRequire(path)(path);
      return { contents: `module.exports = ${JSON.stringify({ TYPE, ERROR })};` };
    });
    onLoad({ filter: /undici[\\/]lib[\\/]dispatcher[\\/]client-h1\.js$/ }, ({ path }) => ({ contents: changed(path) }));
  },
};

/**
 * Reached by `import()`, but needed by nearly every run: bundled with the program itself. Every other `import()` leads to
 * a part of its own, which is read, and its compiled code with it, only by the runs that need it: a thousand commands
 * cost a run next to nothing.
 */
const always = new Set([
  'src/app/run-command.ts',
  'src/http/http-transport.ts',
  'src/storage/token-files.ts',
  'src/storage/tls-tickets.ts',
  'src/output/index.ts',
  'src/output/table.ts',
  'src/commands/nova/index.ts',
  'src/commands/stackline/index.ts',
]);

/** A module of ours that an import names, as `src/core/errors.ts`. */
const moduleOf = (resolveDir, path) =>
  relative(root, join(resolveDir, path)).replaceAll('\\', '/').replace(/\.js$/, '.ts');

/**
 * Leaves out what lies in another part: `import()` of a part becomes `require('part:…')`, a module of the program itself
 * `require('main:…')`.
 * @param main the modules of the program itself; undefined while they are being found out
 */
const split = (main, found) => ({
  name: 'split',
  setup({ onResolve }) {
    onResolve({ filter: /^(\.\.?|src)\// }, ({ path, kind, resolveDir, namespace }) => {
      if (resolveDir.includes('node_modules') || !['file', ''].includes(namespace)) return undefined;
      const id = moduleOf(resolveDir, path);
      // Not esbuild's own answer, which knows our package.json: by that, all that a part exports would be its default.
      if (kind === 'entry-point') return { path: join(root, id) };
      if (main?.has(id)) {
        found.main.add(id);
        return { path: `main:${id}`, external: true };
      }
      if (kind !== 'dynamic-import' || (main === undefined && always.has(id))) return { path: join(root, id) };
      found.parts.add(id);
      return { path: `part:${id}`, external: true };
    });
  },
});

/**
 * esbuild's wrapper of a module, made to note the module's number when it runs: bin/stackline.js keeps the compiled code
 * of another run when that has used modules that were not used before.
 */
function noted(text) {
  const wrapper = /=\((\w),(\w),(\w)\)=>\(\)=>\{if\(\3\)throw \3\[0\];try\{return \1&&\(/g;
  const found = [...text.matchAll(wrapper)];
  if (found.length !== 1)
    throw new Error(`esbuild wraps modules in ${found.length} ways that are known here, not in 1`);
  return text.replace(
    wrapper,
    (_, load, result, error) =>
      `=(${load},${result},${error},$number=$made++)=>()=>{if(${error})throw ${error}[0];try{return ${load}&&($ran.push($number),`,
  );
}

/** The commands: the program loads them by their paths. */
const commandFiles = () =>
  readdirSync(join(root, 'src', 'commands'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/commands/${name.replaceAll('\\', '/')}`)
    .filter((name) => /^src\/commands\/(?!shared\/)[^/]+\/(?!index\.ts|manifest\.ts)[^/]+\.ts$/.test(name));

async function build() {
  const { build: esbuild } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const bundle = (options, ...plugins) =>
    esbuild({
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      charset: 'ascii',
      minify: true,
      // Node's own modules by require(): its import() costs as much as half of a run.
      supported: { 'dynamic-import': false },
      legalComments: 'none',
      metafile: true,
      write: false,
      outdir: 'dist',
      define: {
        STACKLINE_VERSION: JSON.stringify(version),
        STACKLINE_COMMANDS: JSON.stringify('part:src/commands/*.ts'),
      },
      plugins: [slim, ...plugins],
      ...options,
    });
  const program = (lines, found) => {
    const exports = [
      "export { main } from './src/main.js';",
      "export { realHost } from './src/host/process.js';",
      ...lines,
    ];
    const stdin = { contents: exports.join('\n'), resolveDir: root, sourcefile: 'entry.ts', loader: 'ts' };
    return bundle({ stdin }, split(undefined, found));
  };

  const found = { main: new Set(), parts: new Set(commandFiles()) };
  const first = await program([], found);
  const inProgram = new Set(Object.keys(first.metafile.inputs).filter((input) => input.startsWith('src/')));
  const parts = new Map();
  const results = [];
  // Parts may lead to more parts.
  for (let next = [...found.parts]; next.length > 0; next = [...found.parts].filter((id) => !parts.has(id))) {
    const result = await bundle({ entryPoints: next, outbase: root }, split(inProgram, found));
    results.push(result);
    for (const { path, text } of result.outputFiles) {
      parts.set(moduleOf(join(root, 'dist'), relative(join(root, 'dist'), path)).replace(/^dist\//, ''), text);
    }
  }
  const shared = [...found.main].sort().map((id) => `'${id}': () => require('./${id}'),`);
  const main = await program([`export const shared = {${shared.join('\n')}};`], found);
  const left = Object.keys(main.metafile.inputs).filter((input) => input.startsWith('src/') && !inProgram.has(input));
  if (left.length > 0) throw new Error(`in the program by way of its parts: ${left.join(', ')}`);

  writeProgram(main.outputFiles[0].text, parts);
  const outputs = [main, ...results].flatMap(({ metafile }) => Object.values(metafile.outputs));
  const sizes = {};
  for (const [input, { bytesInOutput }] of outputs.flatMap(({ inputs }) => Object.entries(inputs))) {
    sizes[input] = Math.max(sizes[input] ?? 0, bytesInOutput);
  }
  writeIfChanged(join(root, 'dist', 'LICENSES.txt'), licences(Object.keys(sizes)));
  // For test/bench/gate.mjs, which names the files that have grown.
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
  writeIfChanged(join(root, 'node_modules', '.cache', 'stackline-sizes.json'), JSON.stringify(sizes));
  const bytes = outputs.reduce((sum, output) => sum + output.bytes, 0);
  const own = main.outputFiles[0].contents.length;
  say(
    `dist/stackline.cjs ${version}, ${Math.round(bytes / 1024)} KiB: the program ${Math.round(own / 1024)}, ${parts.size} parts`,
  );
}

/**
 * One file, in pieces that bin/stackline.js reads one by one: a first line with the hash of all that follows (which
 * names the cache of compiled code) and the length of the program; the program; its parts. The program's function gives
 * the numbers of the modules that have run, and where each part lies behind it.
 */
function writeProgram(text, parts) {
  const wrapper = 'function (exports, require, module, __filename, __dirname) {';
  const parser = createRequire(import.meta.url)('undici/lib/llhttp/llhttp_simd-wasm.js').toString('base64');
  let where = `\nbytes:llhttp 0 ${parser.length}\n`;
  let behind = parser;
  for (const [id, part] of [...parts].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const piece = `(${wrapper}${part}\n})\n`;
    where += `${id} ${behind.length} ${piece.length}\n`;
    behind += piece;
  }
  const program = `(${wrapper}const $ran=[];let $made=0;${noted(text)}\nreturn [$ran, ${JSON.stringify(where)}]})\n`;
  const hash = createHash('sha256').update(program).update(behind).digest('hex').slice(0, 32);
  mkdirSync(join(root, 'dist'), { recursive: true });
  const first = `//${hash} ${program.length}`.padEnd(63);
  writeIfChanged(join(root, 'dist', 'stackline.cjs'), `${first}\n${program}${behind}`);
}

install();
if (!flags.has('--install-only')) await build();
