import { Failure } from '../core/errors.js';
import type { SandboxLogin } from '../core/sandbox-login.js';
import type { HttpRequest, HttpResponse, Transport } from '../http/transport.js';
import type { Answer } from './call.js';
import type { Cloud } from './cloud.js';
import { type Content, contentOf, empty } from './content.js';
import { portLayout, prefixLayout } from './layout.js';
import { answer } from './router.js';
import { guideWorld, passwordOf } from './seed.js';
import { tokenStore } from './tokens.js';
import type { World } from './world.js';

export interface SimOptions {
  /** Default: a new `guideWorld()`. */
  readonly world?: World;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** nova.conf's osapi_max_limit: the most rows of one answer. Default: 1000, as nova's. */
  readonly pageSize?: number;
  /** Seconds that a token is valid. Default: a day, as keystone's in the guide's time. */
  readonly tokenLife?: number;
  /** Milliseconds that a task takes, such as to stop a server. Default: 0, it is done when the answer comes. */
  readonly taskTime?: number;
  /** Where the services stand under prefixes (`/identity`, `/compute`, …). Default: on the ports of cloud.example.com. */
  readonly publicUrl?: string;
  /** The catalogue's URL of nova, unless a world is given: the guide's legacy API, or the one with microversions. */
  readonly compute?: 'v2' | 'v2.1';
}

const hyperv = {
  hosts: ['hv01.example.com', 'hv02.example.com'],
  username: 'administrator',
  password: 'hyperv-password',
};

/** A login to the embedded cloud by user name; without a tenant's name to the tenant of the same name. */
export function loginOf(
  username: string,
  tenantName = username,
  authUrl = 'http://cloud.example.com:5000/v2.0',
): SandboxLogin {
  return { authUrl, username, password: passwordOf(username), tenantName, region: 'RegionOne', hyperv };
}

/** The administrator's login in the guide's world. */
export const sandboxLogin: SandboxLogin = loginOf('admin');

/** A new cloud: nothing that is changed in it is seen in another one. */
export function makeCloud(options: SimOptions = {}): Cloud {
  const { now = Date.now, pageSize = 1000, tokenLife = 86_400, taskTime = 0, publicUrl } = options;
  const world = options.world ?? guideWorld(options.compute);
  return {
    world,
    now,
    pageSize,
    taskTime,
    tokens: tokenStore(world, now, tokenLife),
    layout: publicUrl === undefined ? portLayout() : prefixLayout(publicUrl),
  };
}

/**
 * The embedded cloud in process: a transport that answers as a real cloud would. Every call makes a cloud of its own,
 * with its own tokens. A URL that no service listens on rejects as a refused connection does.
 */
export function simulate(options: SimOptions = {}): Transport {
  const cloud = makeCloud(options);
  let hosts: ((request: HttpRequest) => Answer) | undefined;
  return async (request) => {
    const found = await answer(cloud, request);
    if (found !== undefined) return response(request, found);
    const { origin, pathname, hostname } = new URL(request.url);
    if (hyperv.hosts.includes(hostname)) {
      hosts ??= (await import('./hyperv/index.js')).hypervTransport(hyperv);
      return response(request, hosts(request));
    }
    throw new Failure(`Unable to establish connection to ${origin}${pathname}: Connection refused`, {
      name: 'ConnectFailure',
      hint: 'Only cloud.example.com and the Hyper-V hosts hv01.example.com and hv02.example.com are there in the embedded cloud.',
    });
  };
}

function response({ method }: HttpRequest, { status, headers, body }: Answer): HttpResponse {
  const content = contentOf(body);
  const length: Record<string, string> = status === 204 ? {} : { 'content-length': String(content.length) };
  return { status, headers: { ...headers, ...length }, body: inPieces(method === 'HEAD' ? empty : content) };
}

async function* inPieces(content: Content): AsyncGenerator<Uint8Array> {
  yield* content.chunks(0, content.length);
}
