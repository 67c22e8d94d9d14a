import { deep } from '../support/property.js';

/** Every how many bytes an answer is cut, at least, between its boundaries. */
const SAMPLE = 17;

/**
 * After how many bytes an answer is cut: in a deep run after each; else in the status line, at the ends of the header
 * lines, in and around the sizes of chunks, in the last 32 bytes, and at a sample between them.
 * @param bytes the whole answer, as it is on the wire
 */
export function cutPlaces(bytes: Buffer): readonly number[] {
  if (deep) return [...bytes.keys()];
  const { statusLine, headers, sizes } = boundaries(bytes);
  return sorted(bytes, SAMPLE, [
    ...upTo(0, statusLine),
    ...headers.flatMap((at) => upTo(at, at + 2)),
    ...sizes.flatMap(([begin, end]) => upTo(begin - 2, end)),
    ...upTo(bytes.length - 32, bytes.length),
  ]);
}

/** The same with few places: for cases that take a whole command and a socket. */
export function fewCutPlaces(bytes: Buffer): readonly number[] {
  const { statusLine, headers, sizes } = boundaries(bytes);
  const bodyAt = (headers.at(-1) ?? 0) + 2;
  return sorted(bytes, SAMPLE * 6, [
    ...[0, 1, statusLine - 2, statusLine],
    ...upTo(bodyAt - 3, bodyAt + 1),
    ...sizes.slice(-2).flat(),
    bytes.length - 1,
  ]);
}

const upTo = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

function sorted(bytes: Buffer, step: number, places: readonly number[]): readonly number[] {
  const all = new Set(places);
  for (let at = 0; at < bytes.length; at += step) all.add(at);
  return [...all].filter((at) => at >= 0 && at < bytes.length).sort((a, b) => a - b);
}

/** Where the status line ends, where the CR LF of each header line begin, and from where to where the chunks' sizes are. */
function boundaries(bytes: Buffer) {
  const text = bytes.toString('latin1');
  const head = text.slice(0, text.indexOf('\r\n\r\n') + 4);
  const headers = [...head.matchAll(/\r\n/g)].map(({ index }) => index);
  const isChunked = /\r\ntransfer-encoding: chunked\r\n/.test(head);
  const sizes = [...(isChunked ? text.matchAll(/(?<=\r\n)[0-9a-f]+\r\n/g) : [])]
    .filter(({ index }) => index >= head.length)
    .map(({ 0: line, index }): readonly [number, number] => [index, index + line.length]);
  return { statusLine: (headers[0] ?? 0) + 2, headers, sizes };
}
