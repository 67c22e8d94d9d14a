import { randomUUID } from 'node:crypto';
import type { HttpRequest } from '../http/transport.js';
import { type Answer, type Call, json } from './call.js';
import type { Cloud } from './cloud.js';
import { compute } from './compute/service.js';
import { identity } from './identity/service.js';
import { image } from './image/service.js';
import type { ServiceName } from './layout.js';
import { network } from './network/service.js';
import { objectStore } from './objects/service.js';
import { volume } from './volume/service.js';

const services: Readonly<Record<ServiceName, (cloud: Cloud, call: Call) => Answer>> = {
  identity: (cloud, call) => identity(cloud, call, false),
  identity_admin: (cloud, call) => identity(cloud, call, true),
  compute,
  image,
  volume,
  network,
  'object-store': objectStore,
  ec2: nobody,
};

/** Services that stand in the catalogue and have no API here. */
function nobody(): Answer {
  return json(501, { message: 'The service is not part of the embedded cloud.' });
}

/** Answers a request; `undefined` where nothing listens. */
export function answer(cloud: Cloud, request: HttpRequest): Answer | undefined {
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
    body: request.body ?? '',
    requestId: `req-${randomUUID()}`,
  };
  return services[place.service](cloud, call);
}

/** A broken escape stands for itself. */
function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
