import { Failure } from '../core/errors.js';
import { HIGHEST_VOLUME_VERSION, volumeVersion } from '../core/volume-version.js';
import { httpFailure } from '../http/api-errors.js';
import { atLeast } from '../lib/microversion.js';
import { asRecord, asRecords, asText } from '../lib/read.js';
import type { AccessProvider } from './access-provider.js';
import { splitVersion } from './address.js';
import type { AuthenticatedClient } from './authenticated-client.js';
import type { Endpoints } from './endpoints.js';
import { type Answer, isSuccess, jsonIfAny } from './send.js';
import type { Call } from './session.js';

/**
 * The microversions of a session's volume service, as cinderclient chooses them (`api_versions.py` discover_version): what
 * is asked for, or less where the server has less. Where nothing is known of the server, it is asked at once for what is
 * wanted, and a refusal tells what it has.
 */
export class VolumeMicroversions {
  readonly #asked: string | undefined;
  readonly #endpoints: Endpoints;
  readonly #logins: AccessProvider;
  readonly #warn: (line: string) => void;
  #isSaid = false;

  /**
   * @param asked as the settings have it
   * @param warn one line for the person, where what was asked for is not to be had
   */
  constructor(asked: string | undefined, endpoints: Endpoints, logins: AccessProvider, warn: (line: string) => void) {
    this.#asked = asked;
    this.#endpoints = endpoints;
    this.#logins = logins;
    this.#warn = warn;
  }

  /** The microversion of calls, once it is known what the server has; undefined where the cloud has none. */
  async current(client: AuthenticatedClient): Promise<string | undefined> {
    if (!(await this.#isKnown())) await this.#ask(client);
    return this.#wanted();
  }

  /** The microversion of a call; undefined for none. */
  async of(call: Call): Promise<string | undefined> {
    return call.microversion === 'none' ? undefined : this.#wanted();
  }

  /** As `AuthenticatedClient.send`, to a service that may have less than what it is asked for. */
  async send(client: AuthenticatedClient, call: Call, at?: string, sent?: () => void): Promise<Answer> {
    const version = await this.of(call);
    const answer = await client.sendAt(version, call, at, sent);
    // The server has the version that was asked for.
    if (isSuccess(answer) && version === HIGHEST_VOLUME_VERSION) await this.#learn(version);
    if (answer.status !== 406 || version === undefined) return answer;
    const { serverMessage } = httpFailure(answer.request, answer, answer.text, client.wordsFor(call));
    const lower = await this.#refused(version, serverMessage);
    return lower === undefined ? answer : client.sendAt(lower, call, at);
  }

  /** Asks for the document of versions, at the URL in front of the version of the endpoint. */
  async #ask(client: AuthenticatedClient): Promise<void> {
    const url = `${splitVersion(await this.#endpoints.of('volume')).before}/`;
    await client.tokenFor('volume');
    const document = await client
      .repeat(undefined, { service: 'volume', path: '' }, url)
      .then(jsonIfAny, unlessFailure);
    const entry = asRecords(asRecord(document).versions).find(({ version }) => /^3\.\d+$/.test(asText(version)));
    const highest = asText(entry?.version);
    if (highest !== '') await this.#learn(highest);
  }

  /** The header that asks for a microversion; 3.0 is what is had without one (cinderclient `client.py`). */
  header(version: string | undefined): Readonly<Record<string, string>> {
    return version === undefined || version === '3.0' ? {} : { 'openstack-api-version': `volume ${version}` };
  }

  /** What to ask for; undefined where the cloud or the user has an API without microversions. */
  async #wanted(): Promise<string | undefined> {
    const wanted = volumeVersion(this.#asked);
    if (!wanted.startsWith('3.')) return undefined;
    const endpoint = await this.#endpoints.of('volume');
    if (!splitVersion(endpoint).version?.startsWith('v3')) return undefined;
    const has = this.#logins.microversion(endpoint);
    if (!has?.startsWith('3.') || atLeast(has, wanted)) return wanted;
    this.#lowered(wanted, has);
    return has;
  }

  /** Is it known what the server has, or does nobody need to know? */
  async #isKnown(): Promise<boolean> {
    const wanted = await this.#wanted();
    if (wanted === undefined || wanted === '3.0') return true;
    return this.#logins.microversion(await this.#endpoints.of('volume')) !== undefined;
  }

  /** @param highest the highest that the server has */
  async #learn(highest: string): Promise<void> {
    const known = atLeast(highest, HIGHEST_VOLUME_VERSION) ? HIGHEST_VOLUME_VERSION : highest;
    this.#logins.learn(await this.#endpoints.of('volume'), known);
  }

  /**
   * 406: the server's own range (cinder `api/openstack/wsgi.py`: `Minimum is 3.0 and maximum is 3.44.`).
   * @returns what to ask for instead; undefined where the answer says nothing of versions
   * @throws Failure when the server has none that is so old
   */
  async #refused(version: string, message: string | undefined): Promise<string | undefined> {
    const [, lowest = '', highest = ''] = /Minimum is (\d+\.\d+) and maximum is (\d+\.\d+)/.exec(message ?? '') ?? [];
    if (highest === '') return undefined;
    if (!atLeast(version, highest)) {
      throw new Failure(
        `The specified version isn't supported by server. The valid version range is '${lowest}' to '${highest}'`,
        { name: 'UnsupportedVersion' },
      );
    }
    await this.#learn(highest);
    this.#lowered(version, highest);
    return highest;
  }

  /** Says once that what somebody asked for is not to be had; for our highest nobody asks. */
  #lowered(version: string, highest: string): void {
    if (this.#asked === undefined || this.#isSaid) return;
    this.#isSaid = true;
    this.#warn(`API version ${version} requested, downgrading to ${highest} based on server support.`);
  }
}

/** What cannot be asked tells nothing; what is no failure of a request is a bug. */
function unlessFailure(error: unknown): undefined {
  if (!(error instanceof Failure)) throw error;
}
