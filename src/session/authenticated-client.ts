/** Requests of commands on their way: to the right place, with a login, in the right version, and once more if need be. */

import type { ApiErrorWords } from '../core/api-error-words.js';
import { Failure } from '../core/errors.js';
import { httpFailure } from '../http/api-errors.js';
import type { HttpRequest, Transport } from '../http/transport.js';
import { HIGHEST } from '../lib/microversion.js';
import { version as ourVersion } from '../lib/version.js';
import type { AccessProvider } from './access-provider.js';
import { plain } from './address.js';
import type { Endpoints } from './endpoints.js';
import {
  answeredMinor,
  highestOfBoth,
  parseWanted,
  refusedVersion,
  versionDocument,
  versionHeaders,
} from './microversion.js';
import {
  type Answer,
  isFromProxy,
  isSuccess,
  jsonIfAny,
  type OpenAnswer,
  type Sender,
  send,
  sendStreaming,
} from './send.js';
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
  #learning: Promise<string | undefined> | undefined;
  /** The service was asked for its microversions and had none to tell: what follows is not to be in another than before. */
  #hasNotTold = false;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

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
  async microversion(): Promise<string | undefined> {
    const { volumeMicroversions: ofVolume } = this.#options;
    if (ofVolume === undefined) return this.#computeMicroversion();
    if (!(await ofVolume.isKnown())) await this.#learnOfVolume(ofVolume);
    return ofVolume.wanted();
  }

  async #learnOfVolume(ofVolume: VolumeMicroversions): Promise<void> {
    const url = await ofVolume.document();
    const { token } = await this.#access('volume');
    const call: Call = { service: 'volume', path: '' };
    const answer = await this.exchange(await this.request(call, token, undefined, url)).catch(aFailure);
    await ofVolume.learnFrom(answer instanceof Failure ? undefined : jsonIfAny(answer));
  }

  async #computeMicroversion(): Promise<string | undefined> {
    const wanted = parseWanted(this.#options.computeApiVersion);
    if (wanted === 'none') return undefined;
    const endpoint = await this.#options.endpoints.of('compute');
    if (wanted !== 'latest') {
      if (versionDocument(endpoint) !== undefined) return wanted;
      throw new Failure("Server doesn't support microversions", { name: 'UnsupportedVersion' });
    }
    const known = this.#options.logins.microversion(endpoint);
    if (known !== undefined) return known ?? undefined;
    this.#learning ??= this.#learn(endpoint).finally(() => {
      this.#learning = undefined;
    });
    return this.#learning;
  }

  /**
   * Sends a call; once more with a new login if what is known from a kept one is refused or leads nowhere.
   *
   * @param at a full URL instead of the call's own
   * @param sent called once the request is on its way
   */
  async send(call: Call, at?: string, sent?: () => void): Promise<Answer> {
    const { volumeMicroversions: ofVolume } = this.#options;
    if (call.service === 'volume' && ofVolume !== undefined) return this.#sendToVolume(ofVolume, call, at, sent);
    const atLatest = await this.#mayAskLatest(call);
    const version = atLatest ? 'latest' : await this.versionOf(call);
    const answer = await this.#sendAt(version, call, at, sent);
    if (call.body !== undefined || call.bringsSecrets) await this.#learnSecrets(jsonIfAny(answer));
    if (atLatest) return this.#learnFrom(answer, call, at);
    return answer.status === 406 && version !== undefined ? this.#refusedVersion(call, answer, at) : answer;
  }

  /** As `send`, to a volume service that may have less than what it is asked for. */
  async #sendToVolume(ofVolume: VolumeMicroversions, call: Call, at?: string, sent?: () => void): Promise<Answer> {
    const version = await this.versionOf(call);
    const answer = await this.#sendAt(version, call, at, sent);
    if (call.body !== undefined || call.bringsSecrets) await this.#learnSecrets(jsonIfAny(answer));
    if (isSuccess(answer)) await ofVolume.succeeded(version);
    if (answer.status !== 406 || version === undefined) return answer;
    const { serverMessage } = httpFailure(answer.request, answer, answer.text, this.wordsFor(call));
    const lower = await ofVolume.refused(version, serverMessage);
    return lower === undefined ? answer : this.#sendAt(lower, call, at);
  }

  /** As `send`, but a success is not read: its body is there to be. */
  stream(call: Call): Promise<OpenAnswer> {
    const { streams: transport, secrets } = this.#options;
    return this.#sendAt(undefined, call, undefined, undefined, (request) =>
      sendStreaming({ transport, secrets }, request),
    );
  }

  /** As `send`, at this microversion; undefined for none. */
  async #sendAt(
    version: string | undefined,
    call: Call,
    at?: string,
    sent?: () => void,
    exchange: (request: HttpRequest) => Promise<OpenAnswer> = (request) => this.exchange(request),
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
   * May it be asked at `latest`, which spares a question for the versions that there are? Only what reads: a server that
   * is newer than what we know might take a change for another. Not where somebody is asking for the versions already.
   */
  async #mayAskLatest(call: Call): Promise<boolean> {
    const { service, method = 'GET', safe = method === 'GET', microversion, at, version, interface: side } = call;
    const isPlain = microversion === undefined && at === undefined && version === undefined && side === undefined;
    if (service !== 'compute' || !safe || !isPlain) return false;
    if (this.#learning !== undefined || this.#hasNotTold) return false;
    if (parseWanted(this.#options.computeApiVersion) !== 'latest') return false;
    const endpoint = await this.#options.endpoints.of('compute');
    return this.#options.logins.microversion(endpoint) === undefined && versionDocument(endpoint) !== undefined;
  }

  /**
   * The answer to what was asked at `latest` names the version that this is. Where it is newer than what we know, the
   * answer may mean something else than we would read in it: it is asked for again at our highest.
   */
  async #learnFrom(answer: Answer, call: Call, at: string | undefined): Promise<Answer> {
    const minor = answeredMinor(answer.headers);
    if (minor === undefined) {
      // An error of what stands before the service, say.
      if (!isSuccess(answer) && answer.status !== 400 && answer.status !== 406) return answer;
      const version = await this.#computeMicroversion();
      // A service without microversions has passed over the question for one.
      return version === undefined && isSuccess(answer) ? answer : this.#repeat(version, call, at);
    }
    const version = `2.${Math.min(minor, HIGHEST)}`;
    this.#options.logins.learn(await this.#options.endpoints.of('compute'), version);
    if (minor <= HIGHEST) return answer;
    const known = await this.#repeat(version, call, at);
    return known.status === 406 ? this.#refusedVersion(call, known, at) : known;
  }

  async #repeat(version: string | undefined, call: Call, at: string | undefined): Promise<Answer> {
    const { token } = await this.#access(call.service);
    return this.exchange(await this.request(call, token, version, at));
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

  /** 406: the server does not know the microversion. One that was learnt once is learnt again, in case it was updated. */
  async #refusedVersion(call: Call, answer: Answer, at: string | undefined): Promise<Answer> {
    const failure = httpFailure(answer.request, answer, answer.text, this.wordsFor(call));
    const isLearnt = call.microversion === undefined && parseWanted(this.#options.computeApiVersion) === 'latest';
    if (!isLearnt) throw refusedVersion(failure.serverMessage, failure);
    this.#options.logins.learn(await this.#options.endpoints.of('compute'), undefined);
    return this.#repeat(await this.#computeMicroversion(), call, at);
  }

  /** The microversion of this call; undefined for none. */
  async versionOf(call: Call): Promise<string | undefined> {
    if (call.microversion === 'none') return undefined;
    if (call.service === 'volume') return this.#options.volumeMicroversions?.wanted();
    if (call.service !== 'compute') return undefined;
    return call.microversion ?? this.#computeMicroversion();
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
      ...(call.safe === true ? { safe: true } : {}),
    };
  }

  async #access(service: string): Promise<Access> {
    const bypass = this.#options.endpoints.bypass(service);
    if (bypass !== undefined) return { token: bypass.token, renewable: false };
    return { token: (await this.#options.endpoints.accessInfo()).token, renewable: true };
  }

  /** What has the name of a secret in a body is not to be seen elsewhere either. */
  async #learnSecrets(body: unknown): Promise<void> {
    const { secretsIn } = await import('../http/secret-names.js');
    for (const secret of secretsIn(body)) this.#options.secrets.learn(secret);
  }

  exchange(request: HttpRequest): Promise<Answer> {
    return send(this.#options, request);
  }

  /** Asks the compute service for its microversions; where it does not say, none is used. */
  async #learn(endpoint: string): Promise<string | undefined> {
    const url = versionDocument(endpoint);
    if (url === undefined) return undefined;
    // What is wrong with the login is said, what is wrong with the document is not: it may be missing altogether.
    await this.#access('compute');
    const asked = this.send({ service: 'compute', path: '', microversion: 'none' }, url);
    const answer = await asked.catch((error: unknown) => aFailure(error));
    if (answer instanceof Failure) {
      this.#options.note(`${url} cannot be asked which microversions there are, so none is used: ${answer.message}`);
      this.#hasNotTold = true;
      return undefined;
    }
    const document = jsonIfAny(answer);
    if (!isSuccess(answer) || document === undefined) {
      this.#options.note(`${url} does not say which microversions there are (HTTP ${answer.status}): none is used.`);
    }
    const highest = isSuccess(answer) ? highestOfBoth(document) : undefined;
    this.#hasNotTold = highest === undefined;
    // A server in trouble may know better tomorrow.
    if (answer.status < 500) this.#options.logins.learn(endpoint, highest ?? null);
    return highest;
  }
}

function aFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

/** The failure of a connection that never came about; any other is thrown. */
function unreachable(error: unknown): Failure {
  if (error instanceof Failure && /^Connect(Failure|Timeout)$/.test(error.name)) return error;
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
