import { Failure } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import { parseUrl } from '../http/url.js';
import type { AccessProvider } from './access-provider.js';
import { plain, replaceVersion } from './address.js';
import { chooseEndpoint } from './catalog.js';
import { searchOf } from './query.js';
import type { AccessInfo, Call } from './session.js';

const NO_CATALOG =
  'Configuration error: Client configured to run without a service catalog. Run the client using --os-auth-url or ' +
  'OS_AUTH_URL, instead of --os-endpoint or OS_SERVICE_ENDPOINT, for example.';

/** Where services are: fixed by the settings, else by the catalogue of the login. */
export class Endpoints {
  readonly #settings: Settings;
  readonly #own: string;
  readonly #logins: AccessProvider;

  /** @param own the service to which `endpointOverride`, `serviceType` and `serviceName` belong */
  constructor(settings: Settings, own: string, logins: AccessProvider) {
    this.#settings = settings;
    this.#own = own;
    this.#logins = logins;
  }

  /** A token with a fixed URL, for which no login is needed. */
  bypass(service: string): { readonly token: string; readonly url: string } | undefined {
    const { serviceToken, serviceEndpoint, token, endpointOverride, password } = this.#settings;
    if (serviceToken !== undefined && serviceEndpoint !== undefined && service === 'identity') {
      return { token: serviceToken, url: serviceEndpoint };
    }
    if (service !== this.#own || token === undefined || endpointOverride === undefined) return undefined;
    return password === undefined ? { token, url: endpointOverride } : undefined;
  }

  /** What clouds.yaml fixes. */
  #named(service: string): string | undefined {
    const { endpoints = {} } = this.#settings;
    return Object.hasOwn(endpoints, service) ? endpoints[service] : undefined;
  }

  /** The login; a service token has none, and no catalogue. */
  async accessInfo(): Promise<AccessInfo> {
    const { serviceToken, serviceEndpoint } = this.#settings;
    if (serviceToken !== undefined && serviceEndpoint !== undefined) throw new Failure(NO_CATALOG);
    return this.#logins.current();
  }

  /** URL of a service without a trailing slash. A kept catalogue that does not have it may be old: then a new one. */
  async of(service: string, side = this.#settings.interface): Promise<string> {
    const isOwn = service === this.#own;
    const fixed =
      this.bypass(service)?.url ?? (isOwn ? this.#settings.endpointOverride : undefined) ?? this.#named(service);
    if (fixed !== undefined) return plain(parseUrl(fixed));
    const { region, serviceType, serviceName } = this.#settings;
    const choose = ({ catalog }: AccessInfo): string => {
      const chosen = chooseEndpoint(catalog, {
        type: (isOwn ? serviceType : undefined) ?? service,
        interface: side,
        ...(region === undefined ? {} : { region }),
        ...(isOwn && serviceName !== undefined ? { name: serviceName } : {}),
      });
      return plain(parseUrl(chosen.url));
    };
    const accessInfo = await this.accessInfo();
    try {
      return choose(accessInfo);
    } catch (error) {
      const newer = await this.#logins.renew(accessInfo.token, 'outdated');
      if (newer === undefined) throw error;
      return choose(newer);
    }
  }

  /** The whole URL of a call. */
  async urlOf(call: Call): Promise<string> {
    const endpoint = call.at ?? (await this.of(call.service, call.interface));
    const base = call.version === undefined ? endpoint : replaceVersion(endpoint, call.version);
    return `${base}${call.path}${searchOf(call.query)}`;
  }
}
