/** The log of changes (`changes/log.ts`), where hosts of Hyper-V are changed. */
import type { ChangeResult } from '../command/hyperv-context.js';
import { logPath } from './changes/index.js';
import { changeLog } from './changes/log.js';
import { type HypervRun, settingsOf, urlOf } from './hyperv-hosts.js';

/**
 * What writes how a change on this host ended, once it is known.
 * @param option what `--log` said
 * @throws Failure where nothing can be written: then nothing is to be changed either
 */
export async function hostLog(
  name: string,
  option: string | undefined,
  run: HypervRun,
  warn: (line: string) => void,
): Promise<(result: ChangeResult) => Promise<void>> {
  const { host, secrets, verb } = run;
  const path = logPath(option, run);
  if (path === undefined) return async () => undefined;
  const url = await urlOf(name, run);
  const { username: user = '' } = await settingsOf(name, run);
  const who = async () => ({ cloud: `${name} at ${url}`, user });
  const log = changeLog({ host, path, secrets, command: `${host.program} hyperv ${verb}`, who, warn });
  await log.check();
  return (result) => log.write({ request: { method: 'POST', url, headers: {} }, result, requestId: '' });
}
