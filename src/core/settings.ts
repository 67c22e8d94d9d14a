/** Who, where and how, after options, environment and defaults have been weighed. Empty values never get here. */
export interface Settings {
  // Who
  readonly username?: string;
  readonly userId?: string;
  readonly password?: string;
  readonly userDomainId?: string;
  readonly userDomainName?: string;
  /** A token to start from instead of a password (`OS_TOKEN`, `OS_AUTH_TOKEN`). */
  readonly token?: string;
  readonly authType?: string;
  /** A program and its arguments, run without a shell when a password is needed; it prints the password. */
  readonly passwordCommand?: readonly string[];
  /** One-time passcode (TOTP) of a login by more than a password. */
  readonly passcode?: string;
  readonly applicationCredentialId?: string;
  readonly applicationCredentialName?: string;
  readonly applicationCredentialSecret?: string;
  // What for: the scope
  readonly projectName?: string;
  readonly projectId?: string;
  readonly projectDomainId?: string;
  readonly projectDomainName?: string;
  readonly domainId?: string;
  readonly domainName?: string;
  readonly defaultDomainId?: string;
  readonly defaultDomainName?: string;
  readonly systemScope?: string;
  readonly trustId?: string;
  // Where
  readonly authUrl?: string;
  readonly region?: string;
  readonly interface: Interface;
  /** The admin token of `keystone.conf` with a fixed identity endpoint: no login, no catalogue. */
  readonly serviceToken?: string;
  readonly serviceEndpoint?: string;
  /** A fixed URL for the applet's own service instead of the catalogue's (`--bypass-url`, `--os-endpoint-override`). */
  readonly endpointOverride?: string;
  /** Fixed URLs by service, as a clouds.yaml names them; `endpointOverride` wins for the applet's own. */
  readonly endpoints?: Readonly<Record<string, string>>;
  readonly serviceType?: string;
  readonly serviceName?: string;
  readonly identityApiVersion?: string;
  readonly computeApiVersion?: string;
  readonly imageApiVersion?: string;
  readonly volumeApiVersion?: string;
  // How
  readonly cacert?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly insecure: boolean;
  /** Seconds that a server may stay silent. */
  readonly timeout: number;
  /** May tokens be read from and written to the cache? */
  readonly cache: boolean;
}

export type Interface = 'public' | 'internal' | 'admin';
