// Says what failed, by its whole path, and how many of each; tests are the leaves, not the groups around them.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { compiled } from './compile.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = dirname(compiled());

/** `test/cli/parse.test.ts:12`: where a test stands in its source, whichever file was run. */
function place({ file, line, column }) {
  if (file === undefined) return 'a test';
  const inside = relative(cache, file).replace(/^tests-\w+./, '');
  const map = `${file}.map`;
  if (inside.startsWith('..') || !existsSync(map)) return `${relative(root, file)}:${line}`;
  const { originalLine } = new SourceMap(JSON.parse(readFileSync(map, 'utf8'))).findEntry(line - 1, column - 1);
  return `${inside.replace(/\.js$/, '.ts')}:${(originalLine ?? line - 1) + 1}`;
}

export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  /** The names of the groups that the next test is in. */
  const path = [];
  /** By file: the names of what has begun there and not ended. */
  const underWay = new Map();
  for await (const { type, data } of source) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type === 'test:dequeue' && data.name !== data.file) {
      const names = underWay.get(data.file) ?? [];
      underWay.set(data.file, names);
      names.splice(data.nesting, names.length, data.name);
    }
    if (type === 'test:complete') underWay.get(data.file)?.splice(data.nesting);
    if (type === 'test:start') path.splice(data.nesting, path.length, data.name);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const group = data.details?.type === 'suite';
    // A file that fails to load is reported as one failed test named after it.
    if (type === 'test:pass') {
      if (!group && data.skip === undefined) passed += 1;
      continue;
    }
    if (data.details.error?.failureType === 'subtestsFailed') continue;
    const cause = data.details.error?.cause ?? data.details.error;
    failed += 1;
    const names = [...path.slice(0, data.nesting), data.name].filter((name) => name !== data.file);
    yield `\nFAILED ${[place(data), ...names].join(' > ')}\n${cause?.message ?? inspect(cause)}\n`;
    // A file that was stopped does not say where it was.
    if (data.details.error?.failureType === 'testTimeoutFailure') {
      for (const names of underWay.values()) if (names.length > 0) yield `under way: ${names.join(' > ')}\n`;
    }
    if (cause?.stack !== undefined && cause.code !== 'ERR_ASSERTION') yield `${cause.stack}\n`;
  }
  if (failed > 0 && process.env.TEST_SEED !== undefined)
    yield `\nTEST_SEED=${process.env.TEST_SEED} repeats these cases\n`;
  yield `\n${passed} passed, ${failed} failed\n`;
}
