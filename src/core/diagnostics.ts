/** What `stackline doctor` examines: the environment, and the network step by step. */
export interface Diagnostics {
  /** What is typically wrong with an openrc, as the environment shows it. */
  readonly mistakes: () => Promise<readonly Mistake[]>;
  /** The network below HTTP; undefined on the embedded cloud, which has none. */
  readonly probe: Probe | undefined;
  /** Requests a URL without a token. */
  readonly get: (url: string) => Promise<HttpAnswer>;
}

export interface Mistake {
  /** The variable. */
  readonly name: string;
  /** A sentence, without the value where that could be a secret. */
  readonly says: string;
  readonly hint: string;
  /** It cannot work like this; else it only looks wrong. */
  readonly fatal: boolean;
}

/** Each rejects with an `Error` that says why, within the limit (milliseconds). */
export interface Probe {
  /** The addresses of a name. */
  readonly lookUp: (host: string, limit: number) => Promise<readonly string[]>;
  /** Opens a connection and closes it; milliseconds that it took. */
  readonly reach: (host: string, port: number, limit: number) => Promise<number>;
  /** The files and directories of the CAs that are trusted, and who named them; for people. */
  readonly trusted: (cacert: string | undefined) => Promise<string>;
  readonly handshake: (host: string, port: number, trust: Trust, limit: number) => Promise<Handshake>;
  /** The proxy that a URL is asked through, without its password. */
  readonly proxy: (url: string) => Promise<{ readonly host: string; readonly port: number } | undefined>;
}

export interface Trust {
  readonly cacert?: string;
  readonly insecure: boolean;
}

export interface Handshake {
  /** `TLSv1.3` */
  readonly protocol: string;
  /** Milliseconds since 1970 at which the certificate ends. */
  readonly until: number;
  readonly issuer: string;
  /** Why the certificate is not trusted; undefined when it is. */
  readonly distrust?: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** Milliseconds since 1970 by the server's clock, if it says. */
  readonly date?: number;
  readonly body: unknown;
}
