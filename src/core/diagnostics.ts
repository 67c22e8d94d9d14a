/** What `stackline config` and `stackline doctor` see of the program's own workings. */
export interface Workings {
  /** The settings of this run; `trouble` is why they could not be made out. */
  readonly settings: () => SettingsReport;
  readonly clouds: () => Promise<CloudsReport>;
  /** Keeps a setting of our own, or takes it out; the path of their file. Rejects a key or a value that is none. */
  readonly keep: (key: string, value: string | undefined) => Promise<string>;
  /** The keys that can be kept. */
  readonly keys: readonly string[];
  /** What is typically wrong with an openrc, as the environment shows it. */
  readonly mistakes: () => Promise<readonly Mistake[]>;
  /** The network below HTTP; undefined on the embedded cloud, which has none. */
  readonly probe: Probe | undefined;
  /** Asks a URL without a token. */
  readonly get: (url: string) => Promise<HttpLook>;
}

export interface SettingsReport {
  readonly entries: readonly SettingEntry[];
  /** What a login still lacks, or why nothing could be weighed. */
  readonly trouble?: { readonly message: string; readonly hint?: string };
}

export interface SettingEntry {
  /** As an option is spelled: `project-name`. */
  readonly name: string;
  /** Secrets are masked. */
  readonly value: string;
  /** `command line`, `env[OS_USERNAME]`, the path of a file, `default`. */
  readonly from: string;
}

export interface CloudsReport {
  readonly clouds: readonly CloudEntry[];
  /** The files that they are from. */
  readonly files: readonly string[];
}

export interface CloudEntry {
  readonly name: string;
  readonly authUrl: string;
  readonly project: string;
  readonly user: string;
  readonly regions: readonly string[];
  /** Why it cannot be used; empty when it can. */
  readonly trouble: string;
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

export interface HttpLook {
  readonly status: number;
  /** Milliseconds since 1970 by the server's clock, if it says. */
  readonly date?: number;
  readonly body: unknown;
}
