// Says what failed, and how many of each; tests are the leaves, not the groups around them.
import { relative } from 'node:path';
import { inspect } from 'node:util';

export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of source) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const group = data.details?.type === 'suite';
    // A file that fails to load is reported as one failed test named after it.
    if (type === 'test:pass') {
      if (!group) passed += 1;
      continue;
    }
    const cause = data.details.error?.cause ?? data.details.error;
    if (group && data.details.error?.failureType === 'subtestsFailed') continue;
    if (data.details.error?.failureType === 'subtestsFailed') continue;
    failed += 1;
    const place = data.file === undefined ? '' : ` (${relative(process.cwd(), data.file)}:${data.line})`;
    yield `\nFAILED ${data.name}${place}\n${cause?.message ?? inspect(cause)}\n`;
    if (cause?.stack !== undefined && cause.code !== 'ERR_ASSERTION') yield `${cause.stack}\n`;
  }
  yield `\n${passed} passed, ${failed} failed\n`;
}
