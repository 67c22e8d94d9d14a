import type { ApiErrorWords } from '../core/api-error-words.js';
import { definitions } from '../core/definitions.js';
import { Failure } from '../core/errors.js';
import { type Secrets, secretRegistry } from '../core/secrets.js';
import { type Settings, settingsIn } from '../core/settings.js';
import { httpFailure } from '../http/api-errors.js';
import type { HttpRequest, Transport } from '../http/transport.js';
import { accessProvider } from './access-provider.js';
import { splitVersion } from './address.js';
import { AuthenticatedClient, USER_AGENT } from './authenticated-client.js';
import { Endpoints } from './endpoints.js';
import type { LoginOptions } from './identity.js';
import { listKey, nextPage, readPages } from './paging.js';
import { exactJsonOf, isSuccess, jsonIfAny, type OpenAnswer } from './send.js';
import type { Call, PublicSettings, RawAnswer, Session } from './session.js';
import { type TokenStore, tokenCache } from './token-cache.js';
import { Unsent } from './unsent.js';
import type { VolumeMicroversions } from './volume-microversion.js';

export interface SessionOptions {
  readonly transport: Transport;
  /** For bodies of any length; `transport` if left out. */
  readonly streams?: Transport;
  readonly settings: Settings;
  /** Where the session tells every secret that it gets to know; its own if left out. */
  readonly secrets?: Secrets;
  /** The service to which `endpointOverride`, `serviceType` and `serviceName` belong: `compute`, `identity`. */
  readonly service: string;
  /** How the client words refusals of a service, by its type; keystoneauth's words for the others. */
  readonly apiErrors?: Readonly<Record<string, ApiErrorWords>> | undefined;
  /** The microversions of its volume service; left out: its calls to that have none. */
  readonly volumeMicroversions?: typeof VolumeMicroversions | undefined;
  /** One line for the person. */
  readonly warn?: (line: string) => void;
  /** Asked before a login: a password that is missing may be typed in. A kept login needs none. */
  readonly complete?: LoginOptions['complete'];
  /** Asked when a password is not enough. */
  readonly passcode?: LoginOptions['passcode'];
  /** Where logins are kept; used only if the settings allow it. */
  readonly store?: TokenStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** One line for those who asked for details. */
  readonly note: (line: string) => void;
  /**
   * Told of each request that a command makes, the token in it replaced by `$OS_TOKEN`, and then only those are sent
   * that find something out: the others reject with `Unsent`.
   */
  readonly preview?: (request: HttpRequest) => void;
}

/** A session, and what whoever opened it has to do at the end. */
export interface OpenSession extends Session {
  /** Resolves when the kept login has been written; never rejects. To be awaited before the process exits. */
  settled(): Promise<void>;
}

/** Opens a session. Nothing is read and nobody is asked before the first call. */
export function openSession(options: SessionOptions): OpenSession {
  return new CloudSession(options);
}

class CloudSession implements OpenSession {
  readonly #options: SessionOptions;
  readonly #secrets: Secrets;
  readonly #cache;
  readonly #logins;
  readonly #endpoints;
  readonly #previews: Promise<void>[] = [];
  readonly #sender;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { store, settings, secrets = secretRegistry() } = options;
    this.#secrets = secrets;
    for (const name of settingsIn(settings)) {
      if (definitions[name].traits.secret) secrets.add(String(settings[name]));
    }
    this.#cache = store !== undefined && settings.cache ? tokenCache(store, settings) : undefined;
    this.#logins = accessProvider(this.#loginOptions(), this.#cache);
    this.#endpoints = new Endpoints(settings, options.service, this.#logins, (url) => this.document(url));
    const { transport, streams = transport, note, apiErrors, warn = note, volumeMicroversions: Volume } = options;
    const { computeApiVersion, volumeApiVersion } = settings;
    const [logins, endpoints] = [this.#logins, this.#endpoints];
    const volumeMicroversions =
      Volume === undefined ? undefined : new Volume(volumeApiVersion, endpoints, logins, warn);
    this.#sender = new AuthenticatedClient({
      transport,
      streams,
      secrets,
      note,
      apiErrors,
      computeApiVersion,
      volumeMicroversions,
      logins,
      endpoints,
    });
  }

  #loginOptions(): LoginOptions {
    const { transport, settings, now, note, complete, passcode, apiErrors } = this.#options;
    const v1Refusals = apiErrors?.['object-store login'];
    return {
      transport,
      secrets: this.#secrets,
      settings,
      now,
      note,
      userAgent: USER_AGENT,
      ...(complete === undefined ? {} : { complete }),
      ...(passcode === undefined ? {} : { passcode }),
      ...(v1Refusals === undefined ? {} : { v1Refusals }),
    };
  }

  password(): Promise<string | undefined> {
    return this.#logins.password();
  }

  accessInfo(): ReturnType<Session['accessInfo']> {
    return this.#endpoints.accessInfo();
  }

  async identityVersion(): ReturnType<Session['identityVersion']> {
    const bypass = this.#endpoints.bypass('identity');
    if (bypass === undefined) return (await this.#logins.current()).version;
    return splitVersion(bypass.url).version?.startsWith('v3') ? 'v3' : 'v2.0';
  }

  get settings(): PublicSettings {
    const { authUrl, region, interface: side, cacert, insecure } = this.#options.settings;
    return {
      interface: side,
      insecure,
      ...(authUrl === undefined ? {} : { authUrl }),
      ...(region === undefined ? {} : { region }),
      ...(cacert === undefined ? {} : { cacert }),
    };
  }

  async document(url: string): Promise<unknown> {
    const asked: HttpRequest = {
      method: 'GET',
      url,
      headers: { accept: 'application/json', 'user-agent': USER_AGENT },
    };
    this.#options.preview?.(asked);
    const answer = await this.#sender.exchange(asked);
    return answer.status < 400 ? jsonIfAny(answer) : undefined;
  }

  tokenFor(service: string): Promise<string> {
    return this.#sender.tokenFor(service);
  }

  endpoint(service: string, options?: { readonly interface?: Call['interface'] }): Promise<string> {
    return this.#endpoints.of(service, options?.interface);
  }

  async json(call: Call): Promise<unknown> {
    const answer = await this.#ask(call);
    if (call.mayBeEmpty === true && isSuccess(answer) && answer.text === '') return undefined;
    return exactJsonOf(answer, this.#sender.wordsFor(call));
  }

  async head(call: Call): ReturnType<Session['head']> {
    const answer = await this.#ask({ ...call, method: 'HEAD' });
    if (!isSuccess(answer)) throw httpFailure(answer.request, answer, answer.text, this.#sender.wordsFor(call));
    return answer.headers;
  }

  async bytes(call: Call): ReturnType<Session['bytes']> {
    const answer = await this.#ask(
      { ...call, headers: { accept: '*/*', ...call.headers } },
      undefined,
      undefined,
      true,
    );
    const { status, headers, body } = answer;
    if (body === undefined) throw httpFailure(answer.request, answer, answer.text, this.#sender.wordsFor(call));
    return { status, headers, bytes: body };
  }

  async *raw(call: Call, follow = false): AsyncGenerator<RawAnswer> {
    const seen = new Set<string>();
    for (let at: string | undefined, more = true; more; ) {
      const { request, status, text } = await this.#ask(call, at);
      yield { method: request.method, url: request.url, status, body: text };
      if (!follow || status >= 400) return;
      seen.add(request.url);
      const page = jsonIfAny({ text });
      at = nextPage(page, listKey(page), request.url);
      more = at !== undefined && !seen.has(at);
    }
  }

  pages(call: Call, key: string): AsyncGenerator<readonly unknown[]> {
    const load: Parameters<typeof readPages>[0] = async (at, sent) => {
      const answer = await this.#ask(call, at, sent);
      return { page: await exactJsonOf(answer, this.#sender.wordsFor(call)), url: answer.request.url };
    };
    return readPages(load, key, call.isUnhurried);
  }

  microversion(): Promise<string | undefined> {
    return this.#sender.microversion();
  }

  async keptLogins(which: 'these' | 'all'): ReturnType<Session['keptLogins']> {
    const { store, settings } = this.#options;
    if (store === undefined) return [];
    const { isOf } = await import('./logout.js');
    const kept = tokenCache(store, settings).all(which === 'all' ? () => true : isOf(settings));
    return kept.map(({ accessInfo }) => accessInfo);
  }

  async *logout(which: 'these' | 'all'): ReturnType<Session['logout']> {
    const { store, settings } = this.#options;
    if (store === undefined) return;
    if (this.#options.preview !== undefined) throw new Failure('logout cannot be previewed; run it without --curl.');
    const { isOf, logout } = await import('./logout.js');
    const dropped = tokenCache(store, settings).takeAll(which === 'all' ? undefined : isOf(settings));
    yield* logout(dropped, { ...this.#loginOptions() });
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.#previews);
    await this.#cache?.settled();
  }

  /** Sends a call of a command; or shows it, where that is what is wanted. */
  async #ask(call: Call, at?: string, sent?: () => void, streaming = false): Promise<OpenAnswer> {
    const { preview } = this.#options;
    const send = () => (streaming ? this.#sender.stream(call) : this.#sender.send(call, at, sent));
    if (preview === undefined) return send();
    const shown = this.#sender
      .versionOf(call)
      .then((version) => this.#sender.request(call, TOKEN_VARIABLE, version, at))
      .then(preview);
    this.#previews.push(shown);
    await shown;
    if (call.resolves === true) return send();
    throw new Unsent();
  }
}

/** What stands for the token where requests are only shown. */
const TOKEN_VARIABLE = '$OS_TOKEN';
