import type { SettingPrefixes } from './certificate-errors.js';
import type { ProxyServer } from './proxy.js';
import type { SystemCas } from './trust.js';

/** Where TLS session tickets live between two runs. Only tickets of verified connections ever get there. */
export interface TlsMemory {
  get(key: string): Buffer | undefined;
  set(key: string, ticket: Buffer): void;
}

export interface ConnectionSettings {
  /** Milliseconds until a connection must stand, name look-up and TLS handshake included. */
  readonly connectTimeout: number;
  /** Paths of PEM files: the CAs to trust instead of those of `trust.ts`, our certificate, its key. */
  readonly cacert?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Of these settings in hints, if not those of clouds. */
  readonly prefixes?: SettingPrefixes;
  /** Accept any certificate. */
  readonly insecure: boolean;
  /** Its variables may name the CAs to trust. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where the system keeps its CAs, if not at one of the usual places. */
  readonly systemCas?: SystemCas;
  readonly tls?: TlsMemory;
  /** The proxy for a URL; undefined for none. */
  readonly proxy?: (url: URL) => ProxyServer | undefined;
  /** Milliseconds since 1970, to say what this machine takes the time to be. */
  readonly now?: () => number;
}
