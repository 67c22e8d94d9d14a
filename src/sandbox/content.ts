/** A body that is long: its bytes are made, or taken from where they lie, while they are sent. */
export interface Content {
  /** Bytes. */
  readonly length: number;
  /** The bytes from `start` up to `end`, which is not among them. */
  chunks(start: number, end: number): Iterable<Uint8Array>;
}

export const empty: Content = stored(new Uint8Array());

/** Bytes that are kept as they are. */
export function stored(bytes: Uint8Array): Content {
  return {
    length: bytes.length,
    *chunks(start, end) {
      if (end > start) yield bytes.subarray(start, end);
    },
  };
}

/** The body of an answer, whichever it is. */
export function contentOf(body: string | Content): Content {
  return typeof body === 'string' ? stored(Buffer.from(body, 'utf8')) : body;
}

/** One block over and over, cut off at a length: an image of gigabytes that takes no memory. */
export function repeated(block: Uint8Array, length: number): Content {
  return {
    length,
    *chunks(start, end) {
      for (let at = start; at < end; ) {
        const from = at % block.length;
        const piece = block.subarray(from, Math.min(block.length, from + end - at));
        yield piece;
        at += piece.length;
      }
    },
  };
}

/** Several after each other, as an object of segments is read. */
export function joined(parts: readonly Content[]): Content {
  return {
    length: parts.reduce((sum, { length }) => sum + length, 0),
    *chunks(start, end) {
      let before = 0;
      for (const part of parts) {
        const [from, to] = [Math.max(0, start - before), Math.min(part.length, end - before)];
        if (to > from) yield* part.chunks(from, to);
        before += part.length;
      }
    },
  };
}

/** The bytes from `start` up to `end`, which is not among them. */
export function slice(content: Content, start: number, end: number): Content {
  return { length: end - start, chunks: (from, to) => content.chunks(start + from, start + to) };
}

/**
 * The bytes that a `Range` header asks for, `end` not among them; `undefined` without one that is understood, and for
 * several ranges at once: then the whole is sent. `'unsatisfiable'`: it begins behind the end.
 */
export function rangeOf(
  header: string | undefined,
  length: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  if (first === '') return last === '0' ? 'unsatisfiable' : { start: Math.max(0, length - Number(last)), end: length };
  const [start, end] = [Number(first), last === '' ? length : Math.min(length, Number(last) + 1)];
  if (last !== '' && Number(last) < start) return undefined;
  return start >= length ? 'unsatisfiable' : { start, end };
}
