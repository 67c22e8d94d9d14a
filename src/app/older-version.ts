import type { Applet } from '../command/applet.js';
import { type SettingVariables, variablesOf } from '../core/definitions.js';
import type { Settings } from '../core/settings.js';
import type { Host } from '../host/host.js';
import { HttpFailure } from '../http/api-errors.js';

type Versions = NonNullable<Applet['versions']>;

/** Ends a run before anything is sent: the settings ask for the older version of the API. It goes no further than `main`. */
class OlderAsked extends Error {}

/**
 * The version may also stand where only the settings of a run are read from: in clouds.yaml.
 *
 * @throws for `inOlderVersion`
 */
export function checkVersion({ setting, older }: Versions, settings: Settings): void {
  if (settings[setting]?.split('.')[0] === older.version) throw new OlderAsked(`the settings ask for ${older.version}`);
}

/**
 * The same run in the older version of the API, after one in the newer version has ended so: the settings ask for the
 * older one, or nobody asked for any and the service does not have the newer one. Undefined for any other end.
 *
 * @param settings what the run knew, and the client's own variables of settings
 */
export async function inOlderVersion(
  error: unknown,
  { setting, older }: Versions,
  { settings, env }: { readonly settings: Settings; readonly env: SettingVariables | undefined },
  host: Host,
): Promise<Host | undefined> {
  if (!(error instanceof OlderAsked)) {
    if (settings[setting] !== undefined || !isMultipleChoices(error)) return undefined;
    await host.stderr.write(`${older.warning}\n`);
  }
  const [variable = ''] = variablesOf(setting, env);
  return { ...host, env: { ...host.env, [variable]: older.version } };
}

/** The service has versions of its API, and not this one (glance `api/middleware/version_negotiation.py`). */
function isMultipleChoices(error: unknown): boolean {
  if (error instanceof HttpFailure) return error.status === 300;
  return error instanceof Error && error.cause !== undefined && isMultipleChoices(error.cause);
}
