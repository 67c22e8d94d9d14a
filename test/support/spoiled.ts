/** Answers of a cloud with something missing in them, or something else in its place. */
import type { Transport } from '../../src/http/transport.js';
import { fc } from './property.js';
import { response } from './transports.js';

/** What may stand where something else is expected. */
const anything = fc.oneof(
  fc.constantFrom(null, 0, -1, true, '', 'text', 'http://', 'x\r\ny', [], {}, [null], [[]], { a: null }),
  fc.jsonValue(),
);

type Path = readonly (string | number)[];

export function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    pathsIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inner];
}

/** A copy with the value at a path replaced, or taken away. */
export function changed(value: unknown, path: Path, replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  const copy: Record<string | number, unknown> = Array.isArray(value) ? Object.assign([], value) : { ...Object(value) };
  const inner = rest.length === 0 ? replacement : changed(copy[key], rest, replacement);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
}

async function bodyOf(transport: Transport, request: Parameters<Transport>[0]): Promise<unknown> {
  const answer = await transport(request);
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body) chunks.push(chunk);
  return { status: answer.status, headers: answer.headers, json: JSON.parse(Buffer.concat(chunks).toString()) };
}

/** The cloud, with one answer changed in one or more places. */
export function spoiled(cloud: Transport, which: RegExp, places: readonly number[], replacement: unknown): Transport {
  return async (request) => {
    if (!which.test(`${request.method} ${request.url}`)) return cloud(request);
    const answer = (await bodyOf(cloud, request)) as { status: number; headers: Record<string, string>; json: unknown };
    let json = answer.json;
    for (const place of places) {
      const paths = pathsIn(json);
      json = changed(json, paths[place % paths.length] ?? [], replacement);
    }
    const { 'content-length': _length, ...headers } = answer.headers;
    return response(answer.status, json ?? '', headers);
  };
}

/** Undefined takes away what is there. */
export const replacement = fc.option(anything, { nil: undefined, freq: 4 });
/** Which of the values of an answer: counted in the order of the text, as often as needed. */
export const places = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
