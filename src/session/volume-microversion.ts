import { Failure } from '../core/errors.js';
import { HIGHEST_VOLUME_VERSION, volumeVersion } from '../core/volume-version.js';
import { atLeast } from '../lib/microversion.js';
import { asRecord, asRecords, asText } from '../lib/read.js';
import type { AccessProvider } from './access-provider.js';
import { splitVersion } from './address.js';
import type { Endpoints } from './endpoints.js';

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

  /** Where the volume service says which versions it has: the URL in front of the version of its endpoint. */
  async document(): Promise<string> {
    return `${splitVersion(await this.#endpoints.of('volume')).before}/`;
  }

  /** The header that asks for a microversion; 3.0 is what is had without one (cinderclient `client.py`). */
  header(version: string | undefined): Readonly<Record<string, string>> {
    return version === undefined || version === '3.0' ? {} : { 'openstack-api-version': `volume ${version}` };
  }

  /** What to ask for; undefined where the cloud or the user has an API without microversions. */
  async wanted(): Promise<string | undefined> {
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
  async isKnown(): Promise<boolean> {
    const wanted = await this.wanted();
    if (wanted === undefined || wanted === '3.0') return true;
    return this.#logins.microversion(await this.#endpoints.of('volume')) !== undefined;
  }

  /** Learns from the document of versions; from one that does not tell, that nobody knows. */
  async learnFrom(document: unknown): Promise<void> {
    const { versions } = asRecord(document);
    const entry = asRecords(versions).find(({ version }) => /^3\.\d+$/.test(asText(version)));
    const highest = asText(entry?.version);
    if (highest !== '') await this.learn(highest);
  }

  /** @param highest the highest that the server has */
  async learn(highest: string): Promise<void> {
    const known = atLeast(highest, HIGHEST_VOLUME_VERSION) ? HIGHEST_VOLUME_VERSION : highest;
    this.#logins.learn(await this.#endpoints.of('volume'), known);
  }

  /** A success says that the server has the version that was asked for. */
  async succeeded(version: string | undefined): Promise<void> {
    if (version === HIGHEST_VOLUME_VERSION) await this.learn(version);
  }

  /**
   * 406: the server's own range (cinder `api/openstack/wsgi.py`: `Minimum is 3.0 and maximum is 3.44.`).
   * @returns what to ask for instead; undefined where the answer says nothing of versions
   * @throws Failure when the server has none that is so old
   */
  async refused(version: string, message: string | undefined): Promise<string | undefined> {
    const [, lowest = '', highest = ''] = /Minimum is (\d+\.\d+) and maximum is (\d+\.\d+)/.exec(message ?? '') ?? [];
    if (highest === '') return undefined;
    if (!atLeast(version, highest)) {
      throw new Failure(
        `The specified version isn't supported by server. The valid version range is '${lowest}' to '${highest}'`,
        { name: 'UnsupportedVersion' },
      );
    }
    await this.learn(highest);
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
