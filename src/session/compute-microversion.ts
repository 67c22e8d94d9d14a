import { Failure } from '../core/errors.js';
import { httpFailure } from '../http/api-errors.js';
import { HIGHEST, READ_ALIKE } from '../lib/microversion.js';
import type { AccessProvider } from './access-provider.js';
import type { AuthenticatedClient } from './authenticated-client.js';
import type { Endpoints } from './endpoints.js';
import { answeredMinor, highestOfBoth, parseWanted, refusedVersion, versionDocument } from './microversion.js';
import { type Answer, isSuccess, jsonIfAny } from './send.js';
import type { Call } from './session.js';

interface ComputeOptions {
  /** As the settings have it. */
  readonly asked: string | undefined;
  readonly logins: AccessProvider;
  readonly endpoints: Endpoints;
  /** One line for those who asked for details. */
  readonly note: (line: string) => void;
}

/**
 * The microversions of a session's compute service: what the user asks for, else the highest that the server and we know.
 * Where nothing is known of the server, the first question is put at `latest`, and its answer says which version that is:
 * that spares a question for the version document. What is learnt is kept with the login.
 */
export class ComputeMicroversions {
  readonly #client: AuthenticatedClient;
  readonly #options: ComputeOptions;
  #learning: Promise<string | undefined> | undefined;
  /** The service was asked for its microversions and had none to tell: what follows is not to be in another than before. */
  #hasNotTold = false;

  constructor(client: AuthenticatedClient, options: ComputeOptions) {
    this.#client = client;
    this.#options = options;
  }

  /** The microversion of calls that ask for no other; undefined where the cloud has none. */
  async current(): Promise<string | undefined> {
    const wanted = parseWanted(this.#options.asked);
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

  /** The microversion of a call; undefined for none. */
  async of(call: Call): Promise<string | undefined> {
    return call.microversion === 'none' ? undefined : (call.microversion ?? this.current());
  }

  /** As `AuthenticatedClient.send`, for calls of compute. */
  async send(call: Call, at?: string, sent?: () => void): Promise<Answer> {
    const atLatest = await this.#mayAskLatest(call);
    const version = atLatest ? 'latest' : await this.of(call);
    const answer = await this.#client.sendAt(version, call, at, sent);
    if (atLatest) return this.#learnFrom(answer, call, at);
    return answer.status === 406 && version !== undefined ? this.#refused(call, answer, at) : answer;
  }

  /**
   * May it be asked at `latest`, which spares a question for the versions that there are? Only what reads: a server that
   * is newer than what we know might take a change for another. Not where somebody is asking for the versions already.
   */
  async #mayAskLatest(call: Call): Promise<boolean> {
    const { method = 'GET', safe = method === 'GET', microversion, at, version, interface: side } = call;
    const isPlain = microversion === undefined && at === undefined && version === undefined && side === undefined;
    if (!safe || !isPlain) return false;
    if (this.#learning !== undefined || this.#hasNotTold) return false;
    if (parseWanted(this.#options.asked) !== 'latest') return false;
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
      const version = await this.current();
      // A service without microversions has passed over the question for one.
      return version === undefined && isSuccess(answer) ? answer : this.#client.repeat(version, call, at);
    }
    const version = `2.${Math.min(minor, HIGHEST)}`;
    this.#options.logins.learn(await this.#options.endpoints.of('compute'), version);
    if (minor <= READ_ALIKE) return answer;
    const known = await this.#client.repeat(version, call, at);
    return known.status === 406 ? this.#refused(call, known, at) : known;
  }

  /** 406: the server does not know the microversion. One that was learnt once is learnt again, in case it was updated. */
  async #refused(call: Call, answer: Answer, at: string | undefined): Promise<Answer> {
    const failure = httpFailure(answer.request, answer, answer.text, this.#client.wordsFor(call));
    const isLearnt = call.microversion === undefined && parseWanted(this.#options.asked) === 'latest';
    if (!isLearnt) throw refusedVersion(failure.serverMessage, failure);
    this.#options.logins.learn(await this.#options.endpoints.of('compute'), undefined);
    return this.#client.repeat(await this.current(), call, at);
  }

  /** Asks the service for its microversions; where it does not say, none is used. */
  async #learn(endpoint: string): Promise<string | undefined> {
    const url = versionDocument(endpoint);
    if (url === undefined) return undefined;
    // What is wrong with the login is said, what is wrong with the document is not: it may be missing altogether.
    await this.#client.tokenFor('compute');
    const asked = this.#client.sendAt(undefined, { service: 'compute', path: '' }, url);
    const answer = await asked.catch(aFailure);
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
