import type { Diagnostics, Trust } from '../core/diagnostics.js';
import { asRecord, asRecords, asText } from '../lib/read.js';
import { attempt, type Check, failed, STEP, within } from './check.js';

const DAY = 24 * 3600 * 1000;
/** Days before its end at which a certificate is worth a word. */
const SOON = 21;
/** Milliseconds by which clocks may differ before tokens and certificates suffer, and before it is said. */
const SKEW = { bad: 300_000, odd: 30_000 };

/** Name look-up and connection, of the server or of the proxy before it. */
export async function* networkChecks({ probe }: Diagnostics, url: string): AsyncGenerator<Check> {
  if (probe === undefined) {
    yield { check: 'network', result: 'skipped', says: 'the embedded cloud has none' };
    return;
  }
  const proxy = await attempt(() => probe.proxy(url));
  if (proxy instanceof Error) {
    yield failed('proxy', proxy);
    return;
  }
  if (proxy !== undefined) yield { check: 'proxy', result: 'ok', says: `${proxy.host}:${proxy.port} is asked instead` };
  const { host, port } = proxy ?? addressOf(url);
  const isName = !/^[\d.]+$|:/.test(host);
  const addresses = isName ? await attempt(() => probe.lookUp(host, STEP)) : [host];
  if (addresses instanceof Error) {
    yield failed('name look-up', addresses, `Is ${host} spelled right? Is its name server reached from here (VPN)?`);
    return;
  }
  if (isName) yield { check: 'name look-up', result: 'ok', says: `${host} is ${addresses.join(', ')}` };
  const time = await attempt(() => probe.reach(host, port, STEP));
  if (time instanceof Error) {
    const isRefused = /ECONNREFUSED/.test(time.message);
    const hint = isRefused
      ? `The machine is there, and nothing listens on port ${port}: a wrong port, or a service that is down.`
      : 'A firewall, a wrong address, or a network that is not reached from here (VPN).';
    yield failed('connection', time, hint);
    return;
  }
  yield { check: 'connection', result: 'ok', says: `${host}:${port} in ${Math.round(time)} ms` };
}

function addressOf(url: string): { host: string; port: number } {
  const { hostname, port, protocol } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (protocol === 'https:' ? 443 : 80)) };
}

/** The server's certificate, verified as the settings say. */
export async function* certificateChecks(
  { probe }: Diagnostics,
  url: string,
  trust: Trust,
  now: number,
): AsyncGenerator<Check> {
  if (probe === undefined || !url.startsWith('https:')) return;
  const { insecure, cacert } = trust;
  if (!insecure) {
    const says = await attempt(() => probe.trusted(cacert));
    if (says instanceof Error) {
      yield failed('CA certificates', says);
      return;
    }
    yield { check: 'CA certificates', result: 'ok', says };
  }
  if ((await attempt(() => probe.proxy(url))) !== undefined) {
    yield { check: 'TLS', result: 'skipped', says: 'it is spoken through the proxy' };
    return;
  }
  const { host, port } = addressOf(url);
  const seen = await attempt(() => probe.handshake(host, port, trust, STEP));
  if (seen instanceof Error) {
    const hint =
      'Does this port speak TLS? A URL that begins with https: where the service speaks plain HTTP fails so.';
    yield failed('TLS', seen, hint);
    return;
  }
  const days = Math.floor((seen.until - now) / DAY);
  const says = `${seen.protocol}, certificate of ${seen.issuer}, ${days < 0 ? `ended ${-days} days ago` : `${days} days left`}`;
  if (seen.distrust !== undefined) {
    const hint = insecure
      ? 'Certificates are not checked (insecure): anybody on the way can read the password.'
      : 'Set OS_CACERT to the file of the CA that signed it; is the name in the URL that of the certificate?';
    yield { check: 'TLS', result: insecure ? 'warning' : 'failed', says: `${says}: ${seen.distrust}`, hint };
    return;
  }
  const isSoon = days < SOON;
  const hint = 'It has to be renewed soon.';
  yield { check: 'TLS', result: isSoon ? 'warning' : 'ok', says, ...(isSoon ? { hint } : {}) };
}

/** The server's clock, and the versions that it offers. */
export async function* serverChecks(diagnostics: Diagnostics, url: string, now: () => number): AsyncGenerator<Check> {
  const before = now();
  const answer = await attempt(() => within(diagnostics.get(url)));
  if (answer instanceof Error) {
    yield failed('discovery', answer);
    return;
  }
  if (answer.date === undefined) {
    yield { check: 'clock', result: 'skipped', says: 'the server does not say what time it is' };
  } else {
    // A Date header has whole seconds.
    const skew = answer.date + 500 - (before + now()) / 2;
    const seconds = Math.round(Math.abs(skew) / 1000);
    const says =
      seconds < 2
        ? 'in sync with the server'
        : `this machine is ${seconds} s ${skew > 0 ? 'behind' : 'ahead of'} the server`;
    const hint = 'Tokens and certificates go by the clock: is NTP running here?';
    const result = Math.abs(skew) > SKEW.bad ? 'failed' : Math.abs(skew) > SKEW.odd ? 'warning' : 'ok';
    yield { check: 'clock', result, says, ...(result === 'ok' ? {} : { hint }) };
  }
  const versions = idsOf(answer.body);
  if (versions.length > 0) {
    yield { check: 'discovery', result: 'ok', says: `${url} offers ${versions.join(', ')}` };
    return;
  }
  const isJson = answer.body !== undefined;
  const says = `${url} answers HTTP ${answer.status}${isJson ? '' : ' and no JSON'}, and names no versions`;
  const hint = 'Is this an identity service? It is often on port 5000, or under /identity or /keystone.';
  yield { check: 'discovery', result: 'warning', says, hint };
}

function idsOf(body: unknown): readonly string[] {
  const { versions, version } = asRecord(body);
  const listed = Array.isArray(versions) ? versions : asRecord(versions).values;
  return asRecords(Array.isArray(listed) ? listed : [version]).flatMap(({ id }) => asText(id) || []);
}
