/** Requests of commands on their way: to the right place, with a login, in the right version, and once more if need be. */

import type { ApiErrorWords } from '../core/api-error-words.js';
import { Failure } from '../core/errors.js';
import type { HttpRequest, Transport } from '../http/transport.js';
import { version as ourVersion } from '../lib/version.js';
import type { AccessProvider } from './access-provider.js';
import { plain } from './address.js';
import { ComputeMicroversions } from './compute-microversion.js';
import type { Endpoints } from './endpoints.js';
import { versionHeaders } from './microversion.js';
import { type Answer, isFromProxy, jsonIfAny, type OpenAnswer, type Sender, send, sendStreaming } from './send.js';
import type { Call } from './session.js';
import type { VolumeMicroversions } from './volume-microversion.js';

export interface ClientOptions extends Sender {
  /** For bodies of any length. */
  readonly streams: Transport;
  /** As the settings have it. */
  readonly computeApiVersion: string | undefined;
  /** The microversions of the volume service, where the client asks for them; calls have none where it does not. */
  readonly volumeMicroversions?: VolumeMicroversions | undefined;
  readonly logins: AccessProvider;
  readonly endpoints: Endpoints;
  /** How the client words refusals of a service, by its type; keystoneauth's words for the others. */
  readonly apiErrors?: Readonly<Record<string, ApiErrorWords>> | undefined;
  /** One line for those who asked for details. */
  readonly note: (line: string) => void;
}

interface Access {
  readonly token: string;
  /** A new token may be had in its place. */
  readonly renewable: boolean;
}

/** Sends the calls of one session. */
export class AuthenticatedClient {
  readonly #options: ClientOptions;
  readonly #compute: ComputeMicroversions;

  constructor(options: ClientOptions) {
    this.#options = options;
    const { computeApiVersion: asked, logins, endpoints, note } = options;
    this.#compute = new ComputeMicroversions(this, { asked, logins, endpoints, note });
  }

  /** How the client words a refusal of this call. */
  wordsFor({ service, what }: Call): ApiErrorWords | undefined {
    const words = this.#options.apiErrors?.[service];
    const { sentence } = words ?? {};
    if (words === undefined || sentence === undefined || what === undefined) return words;
    return { ...words, sentence: (refusal) => sentence({ ...refusal, what }) };
  }

  /** The token that a service is asked with. */
  async tokenFor(service: string): Promise<string> {
    return (await this.#access(service)).token;
  }

  /** The microversion of calls that ask for no other; undefined where the cloud has none. */
  microversion(): Promise<string | undefined> {
    const { volumeMicroversions: ofVolume } = this.#options;
    return ofVolume === undefined ? this.#compute.current() : ofVolume.current(this);
  }

  /**
   * Sends a call; once more with a new login if what is known from a kept one is refused or leads nowhere.
   *
   * @param at a full URL instead of the call's own
   * @param sent called once the request is on its way
   */
  send(call: Call, at?: string, sent?: () => void): Promise<Answer> {
    if (call.service === 'compute') return this.#compute.send(call, at, sent);
    const { volumeMicroversions: ofVolume } = this.#options;
    return call.service === 'volume' && ofVolume !== undefined
      ? ofVolume.send(this, call, at, sent)
      : this.sendAt(undefined, call, at, sent);
  }

  /** As `send`, at this microversion and no other; undefined for none. */
  async sendAt(version: string | undefined, call: Call, at?: string, sent?: () => void): Promise<Answer> {
    return this.#learnFrom(await this.#sendBy((request) => this.exchange(request), version, call, at, sent), call);
  }

  /** The same once more, with the login that there is now. */
  async repeat(version: string | undefined, call: Call, at: string | undefined): Promise<Answer> {
    const { token } = await this.#access(call.service);
    return this.#learnFrom(await this.exchange(await this.request(call, token, version, at)), call);
  }

  /** As `send`, but a success is not read: its body is there to be. */
  async stream(call: Call): Promise<OpenAnswer> {
    const { streams: transport, secrets } = this.#options;
    const version = await this.versionOf(call);
    return this.#sendBy((request) => sendStreaming({ transport, secrets }, request), version, call);
  }

  /** @param exchange sends a request, and reads as much of its answer as is wanted */
  async #sendBy(
    exchange: (request: HttpRequest) => Promise<OpenAnswer>,
    version: string | undefined,
    call: Call,
    at?: string,
    sent?: () => void,
  ): Promise<OpenAnswer> {
    const access = call.isOpen ? { token: '', renewable: false } : await this.#access(call.service);
    const request = await this.request(call, access.token, version, at);
    const exchanging = exchange(request);
    sent?.();
    const found = await exchanging.catch((error: unknown) => unreachable(error));
    const isLost = 'name' in found || isFromProxy(found);
    const answer = (isLost ? await this.#elsewhere(call, request, access, version, at, exchange) : undefined) ?? found;
    if ('name' in answer) throw answer;
    if (answer.status === 401) {
      if (!access.renewable) return refusedToken(call, answer);
      const renewed = await this.#options.logins.renew(access.token, 'refused');
      return renewed === undefined ? answer : exchange(await this.request(call, renewed.token, version, at));
    }
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
    exchange: (request: HttpRequest) => Promise<OpenAnswer>,
  ): Promise<OpenAnswer | undefined> {
    if (!access.renewable || (at !== undefined && call.path !== '')) return undefined;
    const renewed = await this.#options.logins.renew(access.token, 'outdated').catch(() => undefined);
    if (renewed === undefined) return undefined;
    const again = await this.request(call, renewed.token, version);
    return again.url === request.url ? undefined : exchange(again);
  }

  /** The microversion of this call; undefined for none. */
  async versionOf(call: Call): Promise<string | undefined> {
    if (call.service === 'compute') return this.#compute.of(call);
    return call.service === 'volume' ? this.#options.volumeMicroversions?.of(call) : undefined;
  }

  /** The request that a call is. */
  async request(call: Call, token: string, version: string | undefined, at?: string): Promise<HttpRequest> {
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    if (body !== undefined) await this.#learnSecrets(call.body);
    return {
      method: call.method ?? 'GET',
      url: at ?? (await this.#options.endpoints.urlOf(call)),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'user-agent': USER_AGENT,
        ...(call.isOpen ? {} : { 'x-auth-token': token }),
        ...(call.service === 'volume' ? this.#options.volumeMicroversions?.header(version) : versionHeaders(version)),
        ...call.headers,
      },
      ...(body === undefined ? {} : { body }),
      ...(call.safe === undefined ? {} : { safe: call.safe }),
    };
  }

  async #access(service: string): Promise<Access> {
    const bypass = this.#options.endpoints.bypass(service);
    if (bypass !== undefined) return { token: bypass.token, renewable: false };
    return { token: (await this.#options.endpoints.accessInfo()).token, renewable: true };
  }

  /** The answer, once what is secret in it is known. */
  async #learnFrom(answer: Answer, { body, bringsSecrets }: Call): Promise<Answer> {
    if (body !== undefined || bringsSecrets) await this.#learnSecrets(jsonIfAny(answer));
    return answer;
  }

  /** What has the name of a secret in a body is not to be seen elsewhere either. */
  async #learnSecrets(body: unknown): Promise<void> {
    const { secretsIn } = await import('../http/secret-names.js');
    for (const secret of secretsIn(body)) this.#options.secrets.learn(secret);
  }

  exchange(request: HttpRequest): Promise<Answer> {
    return send(this.#options, request);
  }
}

/** The failure of a connection that never came about; any other, and that of a change that may have been made, is thrown. */
function unreachable(error: unknown): Failure {
  const isKnown = error instanceof Failure && error.exitReason !== 'unknown';
  if (isKnown && /^Connect(Failure|Timeout)$/.test(error.name)) return error;
  throw error;
}

/** Who we say we are. */
export const USER_AGENT = `stackline/${ourVersion}`;

/** What python-keystoneclient says of a service token that is not accepted. */
function refusedToken(call: Call, answer: Answer): Answer {
  if (call.service !== 'identity') return answer;
  throw new Failure('Invalid OpenStack Identity credentials.', {
    hint: `${plain(new URL(answer.request.url).origin)} does not accept the token that was given with its endpoint.`,
  });
}
