import { randomUUID } from 'node:crypto';
import type { HttpRequest } from '../http/transport.js';
import { type Answer, type Call, json } from './call.js';
import type { Cloud } from './cloud.js';
import type { ServiceName } from './layout.js';

type Service = (cloud: Cloud, call: Call) => Answer;

/** Loaded when they are asked: nobody needs all of them. */
const services: Readonly<Record<ServiceName, () => Promise<Service>>> = {
  identity: async () => (await import('./identity/service.js')).publicIdentity,
  identity_admin: async () => (await import('./identity/service.js')).adminIdentity,
  compute: async () => (await import('./compute/service.js')).compute,
  image: async () => (await import('./image/service.js')).image,
  volume: async () => (await import('./volume/service.js')).volume,
  network: async () => (await import('./network/service.js')).network,
  'object-store': async () => (await import('./objects/service.js')).objectStore,
  ec2: async () => nobody,
};

/** Services that stand in the catalogue and have no API here. */
function nobody(): Answer {
  return json(501, { message: 'The service is not part of the embedded cloud.' });
}

/** A request as it came in: a body of bytes, or a text. */
export type Incoming = Omit<HttpRequest, 'body'> & { readonly body?: Uint8Array | string };

/** Answers a request; `undefined` where nothing listens. */
export async function answer(cloud: Cloud, request: Incoming): Promise<Answer | undefined> {
  const url = new URL(request.url);
  const place = cloud.layout.locate(url);
  if (place === undefined) return undefined;
  const pieces = place.rest.split('/').filter((piece) => piece !== '');
  const call: Call = {
    method: request.method,
    url,
    root: cloud.layout.root(place.service),
    rest: place.rest,
    path: pieces.map(decoded),
    query: url.searchParams,
    headers: request.headers,
    body: typeof request.body === 'object' ? request.body : Buffer.from(request.body ?? '', 'utf8'),
    requestId: `req-${randomUUID()}`,
  };
  const service = await services[place.service]();
  return service(cloud, call);
}

/** A broken escape stands for itself. */
function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
