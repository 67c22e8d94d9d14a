/** The Hyper-V hosts of the embedded cloud behind HTTPS, with one login. */
import type { HttpRequest } from '../../http/transport.js';
import type { Answer } from '../call.js';
import { type HypervService, hypervService } from './service.js';
import { hypervHosts } from './world.js';

/** Answers requests to these hosts; all share one login. */
export function hypervTransport(login: {
  readonly hosts: readonly string[];
  readonly username: string;
  readonly password: string;
}): (request: HttpRequest) => Answer {
  const worlds = hypervHosts();
  const services = new Map<string, HypervService>();
  for (const [at, name] of login.hosts.entries()) {
    const world = worlds[at];
    if (world !== undefined) services.set(name, hypervService(world));
  }
  const known = `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
  return ({ method, url, headers, body = '' }): Answer => {
    const { pathname, hostname } = new URL(url);
    const service = services.get(hostname);
    if (service === undefined || pathname !== '/wsman') return { status: 404, headers: {}, body: '' };
    if (method !== 'POST') return { status: 405, headers: { allow: 'POST' }, body: '' };
    const isKnown = headers.authorization === known;
    const isAnonymous = headers.authorization === undefined && headers.wsmanidentity === 'unauthenticated';
    const answer = isKnown || isAnonymous ? service.answer(body, url, isKnown) : 'login needed';
    if (answer === 'login needed') {
      return { status: 401, headers: { 'www-authenticate': 'Negotiate, Kerberos, Basic realm="WSMAN"' }, body: '' };
    }
    return {
      status: answer.status,
      headers: { 'content-type': 'application/soap+xml;charset=UTF-8' },
      body: answer.text,
    };
  };
}
