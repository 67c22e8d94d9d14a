import { deep } from '../support/property.js';

/** Every how many bytes an answer is cut, at least, between its boundaries. */
const SAMPLE = 17;

/**
 * After how many bytes an answer is cut: in a deep run after each; else in the status line, at the ends of the header
 * lines, in and around the sizes of chunks, in the last 32 bytes, and at a sample between them.
 * @param bytes the whole answer, as it is on the wire
 * @param step only places that are a multiple of it
 */
export function cutPlaces(bytes: Buffer, step = 1): readonly number[] {
  const all = Array.from({ length: Math.ceil(bytes.length / step) }, (_, index) => index * step);
  if (deep) return all;
  const text = bytes.toString('latin1');
  const bodyAt = text.indexOf('\r\n\r\n') + 4;
  const boundaries = new Set<number>();
  const add = (from: number, to: number): void => {
    for (let at = from; at <= to; at += 1) boundaries.add(at);
  };
  add(0, text.indexOf('\r\n') + 2);
  for (const { index } of text.slice(0, bodyAt).matchAll(/\r\n/g)) add(index, index + 2);
  if (/\r\ntransfer-encoding: chunked\r\n/.test(text.slice(0, bodyAt))) {
    for (const { index, 0: line } of text.matchAll(/(?<=\r\n)[0-9a-f]+\r\n/g)) {
      if (index >= bodyAt) add(index - 2, index + line.length);
    }
  }
  add(bytes.length - 32, bytes.length - 1);
  return all.filter((at) => boundaries.has(at) || (at / step) % Math.ceil(SAMPLE / step) === 0);
}
