import { type Dialect, httpFailure } from '../http/errors.js';
import type { HttpRequest, Transport } from '../http/transport.js';
import { Failure } from '../lib/errors.js';
import type { Settings } from '../lib/settings.js';
import { version as ourVersion } from '../lib/version.js';
import { plain, splitVersion } from './address.js';
import { Endpoints } from './endpoints.js';
import { type Answer, exchange, isNobodys, isSuccess, jsonIfAny, jsonOf } from './exchange.js';
import type { LoginOptions } from './identity.js';
import { openLogins } from './logins.js';
import { highestOfBoth, parseWanted, refusedVersion, versionDocument, versionHeaders } from './microversion.js';
import { listKey, nextPage, readPages } from './paging.js';
import type { Call, Place, RawAnswer, Session } from './session.js';
import { type TokenStore, tokenCache } from './token-cache.js';

export interface SessionOptions {
  readonly transport: Transport;
  readonly settings: Settings;
  /** The service to which `endpointOverride`, `serviceType` and `serviceName` belong: `compute`, `identity`. */
  readonly service: string;
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

/** Instead of an answer: the request was only to be shown. */
export class Unsent extends Failure {
  constructor() {
    super('', { name: 'Unsent' }, 0);
  }
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

interface Access {
  readonly token: string;
  /** A new token may be had in its place. */
  readonly renewable: boolean;
}

class CloudSession implements OpenSession {
  readonly #options: SessionOptions;
  readonly #cache;
  readonly #logins;
  readonly #endpoints;
  readonly #previews: Promise<void>[] = [];
  #learning: Promise<string | undefined> | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { store, settings } = options;
    this.#cache = store !== undefined && settings.cache ? tokenCache(store, settings) : undefined;
    this.#logins = openLogins(this.#loginOptions(), this.#cache);
    this.#endpoints = new Endpoints(settings, options.service, this.#logins);
  }

  #loginOptions(): LoginOptions {
    const { transport, settings, now, note, complete, passcode } = this.#options;
    return {
      transport,
      settings,
      now,
      note,
      userAgent: USER_AGENT,
      ...(complete === undefined ? {} : { complete }),
      ...(passcode === undefined ? {} : { passcode }),
    };
  }

  grant(): ReturnType<Session['grant']> {
    return this.#endpoints.grant();
  }

  async identityVersion(): ReturnType<Session['identityVersion']> {
    const bypass = this.#endpoints.bypass('identity');
    if (bypass === undefined) return (await this.#logins.current()).version;
    return splitVersion(bypass.url).version?.startsWith('v3') ? 'v3' : 'v2.0';
  }

  get place(): Place {
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
    const headers = { accept: 'application/json', 'user-agent': USER_AGENT };
    const request: HttpRequest = { method: 'GET', url, headers };
    this.#options.preview?.(request);
    const answer = await this.#exchange(request);
    return answer.status < 400 ? jsonIfAny(answer) : undefined;
  }

  endpoint(service: string, options?: { readonly interface?: Call['interface'] }): Promise<string> {
    return this.#endpoints.of(service, options?.interface);
  }

  async json(call: Call): Promise<unknown> {
    return jsonOf(await this.#ask(call), dialectOf(call));
  }

  async head(call: Call): ReturnType<Session['head']> {
    const answer = await this.#ask({ ...call, method: 'HEAD' });
    if (!isSuccess(answer)) throw httpFailure(answer.request, answer, answer.text, dialectOf(call));
    return answer.headers;
  }

  async *raw(call: Call, follow = false): AsyncGenerator<RawAnswer> {
    const seen = new Set<string>();
    for (let at: string | undefined, more = true; more; ) {
      const { request, status, text } = await this.#ask(call, at);
      yield { method: request.method, url: request.url, status, body: text };
      if (!follow || status >= 400) return;
      seen.add(request.url);
      const page = jsonIfAny({ request, status, headers: {}, text });
      at = nextPage(page, listKey(page), request.url);
      more = at !== undefined && !seen.has(at);
    }
  }

  pages(call: Call, key: string): AsyncGenerator<readonly unknown[]> {
    return readPages(async (at, sent) => {
      const answer = await this.#ask(call, at, sent);
      return { page: jsonOf(answer, dialectOf(call)), url: answer.request.url };
    }, key);
  }

  async microversion(): Promise<string | undefined> {
    const wanted = parseWanted(this.#options.settings.computeApiVersion);
    if (wanted === 'none') return undefined;
    const endpoint = await this.endpoint('compute');
    if (wanted !== 'latest') {
      if (versionDocument(endpoint) !== undefined) return wanted;
      throw new Failure("Server doesn't support microversions", { name: 'UnsupportedVersion' });
    }
    const known = this.#logins.microversion(endpoint);
    if (known !== undefined) return known ?? undefined;
    this.#learning ??= this.#learn(endpoint).finally(() => {
      this.#learning = undefined;
    });
    return this.#learning;
  }

  async *logout(): ReturnType<Session['logout']> {
    const { store, settings } = this.#options;
    if (store === undefined) return;
    if (this.#options.preview !== undefined) throw new Failure('Logging out is not shown, but done: leave out --curl.');
    const { logout } = await import('./logout.js');
    yield* logout(tokenCache(store, settings).takeAll(), { ...this.#loginOptions() });
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.#previews);
    await this.#cache?.settled();
  }

  async #access(service: string): Promise<Access> {
    const bypass = this.#endpoints.bypass(service);
    if (bypass !== undefined) return { token: bypass.token, renewable: false };
    return { token: (await this.grant()).token, renewable: true };
  }

  /** Sends a call of a command; or shows it, where that is what is wanted. */
  async #ask(call: Call, at?: string, sent?: () => void): Promise<Answer> {
    const { preview } = this.#options;
    if (preview === undefined) return this.#send(call, at, sent);
    const shown = this.#versionOf(call)
      .then((version) => this.#request(call, TOKEN_VARIABLE, version, at))
      .then(preview);
    this.#previews.push(shown);
    await shown;
    if (call.lookup === true) return this.#send(call, at, sent);
    throw new Unsent();
  }

  /**
   * Sends a call; once more with a new login if what is known from a kept one is refused or leads nowhere.
   *
   * @param at a full URL instead of the call's own
   * @param sent called once the request is on its way
   */
  async #send(call: Call, at?: string, sent?: () => void): Promise<Answer> {
    const version = await this.#versionOf(call);
    const access = await this.#access(call.service);
    const request = await this.#request(call, access.token, version, at);
    const exchanging = this.#exchange(request);
    sent?.();
    const found = await exchanging.catch((error: unknown) => unreachable(error));
    const isLost = 'name' in found || isNobodys(found);
    const answer = (isLost ? await this.#elsewhere(call, request, access, version, at) : undefined) ?? found;
    if ('name' in answer) throw answer;
    if (answer.status === 401) {
      if (!access.renewable) return refusedToken(call, answer);
      const renewed = await this.#logins.renew(access.token, 'refused');
      return renewed === undefined ? answer : this.#exchange(await this.#request(call, renewed.token, version, at));
    }
    if (answer.status === 406 && version !== undefined) return this.#refusedVersion(call, answer, at);
    return answer;
  }

  /**
   * Nobody answers there, or somebody else. If that comes from a kept catalogue, the service may have moved: ask once
   * where it is now. Undefined: it is there still. Of a list that is under way the next page is nowhere else.
   */
  async #elsewhere(
    call: Call,
    request: HttpRequest,
    access: Access,
    version: string | undefined,
    at: string | undefined,
  ): Promise<Answer | undefined> {
    if (!access.renewable || (at !== undefined && call.path !== '')) return undefined;
    const renewed = await this.#logins.renew(access.token, 'outdated').catch(() => undefined);
    if (renewed === undefined) return undefined;
    const again = await this.#request(call, renewed.token, version);
    return again.url === request.url ? undefined : this.#exchange(again);
  }

  /** 406: the server does not know the microversion. One that was learnt once is learnt again, in case it was updated. */
  async #refusedVersion(call: Call, answer: Answer, at: string | undefined): Promise<Answer> {
    const failure = httpFailure(answer.request, answer, answer.text, dialectOf(call));
    const isLearnt =
      call.microversion === undefined && parseWanted(this.#options.settings.computeApiVersion) === 'latest';
    if (!isLearnt) throw refusedVersion(failure.serverMessage, failure);
    this.#logins.learn(await this.endpoint('compute'), undefined);
    const { token } = await this.#access(call.service);
    return this.#exchange(await this.#request(call, token, await this.microversion(), at));
  }

  async #versionOf(call: Call): Promise<string | undefined> {
    if (call.service !== 'compute' || call.microversion === 'none') return undefined;
    return call.microversion ?? this.microversion();
  }

  async #request(call: Call, token: string, version: string | undefined, at?: string): Promise<HttpRequest> {
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    return {
      method: call.method ?? 'GET',
      url: at ?? (await this.#endpoints.urlOf(call)),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'user-agent': USER_AGENT,
        'x-auth-token': token,
        ...versionHeaders(version),
      },
      ...(body === undefined ? {} : { body }),
    };
  }

  #exchange(request: HttpRequest): Promise<Answer> {
    return exchange(this.#options.transport, request);
  }

  /** Asks the compute service for its microversions; where it does not say, none is used. */
  async #learn(endpoint: string): Promise<string | undefined> {
    const url = versionDocument(endpoint);
    if (url === undefined) return undefined;
    const answer = await this.#send({ service: 'compute', path: '', microversion: 'none' }, url);
    const document = jsonIfAny(answer);
    if (!isSuccess(answer) || document === undefined) {
      this.#options.note(`${url} does not say which microversions there are (HTTP ${answer.status}): none is used.`);
    }
    const highest = isSuccess(answer) ? highestOfBoth(document) : undefined;
    // A server in trouble may know better tomorrow.
    if (answer.status < 500) this.#logins.learn(endpoint, highest ?? null);
    return highest;
  }
}

/** The failure of a connection that never came about; any other is thrown. */
function unreachable(error: unknown): Failure {
  if (error instanceof Failure && /^Connect(Failure|Timeout)$/.test(error.name)) return error;
  throw error;
}

/** What stands for the token where requests are only shown. */
const TOKEN_VARIABLE = '$OS_TOKEN';
const USER_AGENT = `stackline/${ourVersion}`;

/** What python-keystoneclient says of a service token that is not accepted. */
function refusedToken(call: Call, answer: Answer): Answer {
  if (call.service !== 'identity') return answer;
  throw new Failure('Invalid OpenStack Identity credentials.', {
    hint: `${plain(new URL(answer.request.url).origin)} does not accept the token that was given with its endpoint.`,
  });
}

/** Whose words an error is told in: the compute client has its own. */
const dialectOf = (call: Call): Dialect => (call.service === 'compute' ? 'nova' : 'keystoneauth');
