import { Failure } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import { parseUrl, showUrl } from '../http/url.js';
import type { AccessProvider } from './access-provider.js';
import { plain, replaceVersion, splitVersion } from './address.js';
import { chooseEndpoint } from './catalog.js';
import { searchOf } from './query.js';
import type { AccessInfo, Call, Endpoint } from './session.js';

const NO_CATALOG =
  'Configuration error: Client configured to run without a service catalog. Run the client using --os-auth-url or ' +
  'OS_AUTH_URL, instead of --os-endpoint or OS_SERVICE_ENDPOINT, for example.';

/** Services whose paths begin with a version, which some catalogs leave out. */
const VERSIONED: readonly string[] = ['compute', 'volume'];

/** Where services are: fixed by the settings, else by the catalogue of the login. */
export class Endpoints {
  readonly #settings: Settings;
  readonly #own: string;
  readonly #logins: AccessProvider;
  readonly #document: (url: string) => Promise<unknown>;
  readonly #versioned = new Map<string, Promise<string>>();

  /**
   * @param own the service to which `endpointOverride`, `serviceType` and `serviceName` belong
   * @param document gets JSON that anybody may read, without a token; undefined where there is none
   */
  constructor(settings: Settings, own: string, logins: AccessProvider, document: (url: string) => Promise<unknown>) {
    this.#document = document;
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
      if (isHttpUrl(chosen.url)) return plain(new URL(chosen.url));
      throw badUrl(chosen, side);
    };
    const accessInfo = await this.accessInfo();
    try {
      return await this.#withVersion(service, choose(accessInfo));
    } catch (error) {
      const newer = await this.#logins.renew(accessInfo.token, 'outdated');
      if (newer === undefined) throw error;
      return this.#withVersion(service, choose(newer));
    }
  }

  /** A URL of a catalog that names no version: the one of the service's own version document, once it is known. */
  async #withVersion(service: string, url: string): Promise<string> {
    if (!VERSIONED.includes(service) || splitVersion(url).version !== undefined) return url;
    const known = this.#logins.versionedUrl(url) ?? this.#versioned.get(url);
    if (known !== undefined) return known;
    const asked = this.#discover(service, url);
    this.#versioned.set(url, asked);
    return asked;
  }

  async #discover(service: string, url: string): Promise<string> {
    // A document that cannot be had costs no command: then the catalog is taken at its word.
    const document = await this.#document(`${url}/`).catch(() => undefined);
    const { versionedUrl } = await import('./versioned-url.js');
    const versioned = versionedUrl(service, document, url, (await this.accessInfo()).project?.id);
    if (versioned === undefined) return url;
    this.#logins.learnVersionedUrl(url, versioned);
    return versioned;
  }

  /** The whole URL of a call. */
  async urlOf(call: Call): Promise<string> {
    const endpoint = call.at ?? (await this.of(call.service, call.interface));
    const base = call.version === undefined ? endpoint : replaceVersion(endpoint, call.version);
    return `${base}${call.path}${searchOf(call.query, call.keepsEmpty)}`;
  }
}

function isHttpUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && host !== '';
}

/** It is the cloud that has it wrong, not the settings. */
function badUrl({ type, region, url }: Endpoint, side: Settings['interface']): Failure {
  const where = region === undefined ? '' : ` in ${region}`;
  return new Failure(`The ${side} URL of the ${type} service${where} is no URL in the catalog: '${showUrl(url)}'`, {
    name: 'EndpointNotFound',
    hint: 'Another interface may have a right one: --os-interface public, internal or admin.',
  });
}
