import { lookup } from 'node:dns/promises';
import { connect, isIP } from 'node:net';
import { checkServerIdentity, connect as connectTls, type PeerCertificate } from 'node:tls';
import type { Handshake, Probe } from '../core/diagnostics.js';
import { certificateReason } from '../http/certificate-errors.js';
import { proxyFor } from '../http/proxy.js';
import { describeTrust, trustedCertificates, trustSources } from '../http/trust.js';
import { within } from '../lib/waiting.js';

/** The network of this machine, step by step: what a login does at once. */
export function realProbe(env: Readonly<Record<string, string | undefined>>): Probe {
  return {
    lookUp: (host, limit) =>
      within(
        limit,
        lookup(host, { all: true }).then((all) => all.map(({ address }) => address)),
        late(limit),
      ),
    reach,
    trusted: async (cacert) => {
      const sources = trustSources({ cacert, env });
      // What cannot be read is said here, and not by a handshake that fails for it.
      return describeTrust(trustedCertificates(sources) === undefined ? [] : sources);
    },
    handshake: (host, port, { cacert }, limit) => {
      const ca = trustedCertificates(trustSources({ cacert, env }));
      return handshake(host, port, ca === undefined ? {} : { ca }, limit);
    },
    proxy: async (url) => {
      const found = proxyFor(new URL(url), env);
      return found === undefined ? undefined : { host: found.hostname, port: found.port };
    },
  };
}

const late = (limit: number) => (): Error => new Error(`no answer within ${limit / 1000} s`);

function reach(host: string, port: number, limit: number): Promise<number> {
  const start = performance.now();
  const socket = connect({ host, port });
  const reached = new Promise<number>((resolve, reject) => {
    socket.once('connect', () => resolve(performance.now() - start));
    socket.once('error', (error) => reject(reasonOf(error)));
  });
  return within(limit, reached, late(limit)).finally(() => socket.destroy());
}

/** Any certificate is accepted, to be looked at: whether it is trusted is part of the answer. Nothing is sent. */
function handshake(host: string, port: number, trust: { readonly ca?: string[] }, limit: number): Promise<Handshake> {
  const socket = connectTls({
    host,
    port,
    rejectUnauthorized: false,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...trust,
  });
  const done = new Promise<Handshake>((resolve, reject) => {
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerCertificate();
      const code = socket.authorized ? undefined : String(socket.authorizationError);
      resolve({
        protocol: socket.getProtocol() ?? 'TLS',
        until: Date.parse(certificate.valid_to),
        issuer: [certificate.issuer?.O ?? certificate.issuer?.CN ?? ''].flat().join(' '),
        ...(code === undefined ? {} : { distrust: distrustOf(code, host, certificate) }),
      });
    });
    socket.once('error', (error) => reject(reasonOf(error)));
  });
  return within(limit, done, late(limit)).finally(() => socket.destroy());
}

/** Why a command would not go on with this certificate. Node keeps the code of the error, and not which names there are. */
function distrustOf(code: string, host: string, certificate: PeerCertificate): string {
  const error = code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? checkServerIdentity(host, certificate) : { code };
  const dates = { from: certificate.valid_from, to: certificate.valid_to };
  const { reason } = certificateReason(error, host, dates, Date.now());
  return reason.replace('certificate verify failed: ', '').replace('unknown error', code);
}

/** The words of the system, of the last address that was tried. */
function reasonOf(error: Error): Error {
  return error instanceof AggregateError ? (error.errors.at(-1) ?? error) : error;
}
