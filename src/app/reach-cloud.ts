import type { OptionValues } from '../config/settings.js';
import { resolveSettings } from '../config/settings.js';
import type { Reached } from '../core/config-access.js';
import { Failure } from '../core/errors.js';
import type { Host } from '../host/host.js';
import { readText } from '../http/body.js';
import { within } from '../lib/waiting.js';
import { splitVersion } from '../session/address.js';
import { readVersions } from '../session/discovery.js';
import { jsonIfAny } from '../session/send.js';
import { cloudLayer } from './select-cloud.js';
import { httpTransport } from './transport.js';

/** Seconds that an identity service may take for its answer, unless an option says how many. */
const LIMIT = 10;

/**
 * Asks the identity service of a cloud which versions it offers: the root of its URL, without a login. Never rejects.
 *
 * @param given what the options say of all clouds, of which only the timeout counts
 */
export async function reachCloud(
  host: Pick<Host, 'env' | 'files' | 'network'>,
  name: string,
  given: OptionValues,
): Promise<Reached> {
  try {
    const cloud = await cloudLayer(host, name);
    const { timeout } = given;
    const options = timeout === undefined ? {} : { timeout };
    const settings = resolveSettings(options, { HOME: host.env.HOME }, {}, { cloud, cloudFirst: true });
    if (settings.authUrl === undefined) return { isUp: false, says: 'it has no auth_url' };
    const seconds = timeout === undefined ? Math.min(LIMIT, settings.timeout) : settings.timeout;
    const url = `${splitVersion(settings.authUrl).before}/`;
    const { transport, close } = httpTransport(host, { ...settings, timeout: seconds });
    const late = (): Error => new Failure(`no answer within ${seconds} s`);
    const answer = await within(
      seconds * 1000,
      transport({ method: 'GET', url, headers: { accept: 'application/json' } }).then(async (response) => ({
        status: response.status,
        text: await readText(response),
      })),
      late,
    );
    void close();
    if (answer.status >= 500) return { isUp: false, says: `HTTP ${answer.status}` };
    const versions = readVersions(jsonIfAny(answer), url).map(({ version }) => version);
    return { isUp: true, says: versions.length > 0 ? versions.join(', ') : `HTTP ${answer.status}` };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { isUp: false, says: error.message };
  }
}
