/**
 * How many cases a test of many cases runs, and by which seed. `npm test` runs a tenth with a fixed seed; `npm run
 * test:deep` runs them all, with a seed that it chooses and prints (TEST_SEED repeats it).
 */
import fc from 'fast-check';

export const deep = process.env.TEST_DEEP === '1';
export const seed = Number(process.env.TEST_SEED ?? 1);
fc.configureGlobal({ seed });

/** Of that many cases, those that this run is to have: all, or a tenth. */
export const runs = (count: number): number => (deep ? count : Math.ceil(count / 10));

export { fc };
