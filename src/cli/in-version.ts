import type { Applet } from '../command/applet.js';
import { type SettingName, variablesOf } from '../core/definitions.js';
import { globalOptions } from './globals.js';
import { longName } from './grammar.js';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The program that has the commands of the version that is asked for.
 *
 * @param options in the grammar's form: `--os-image-api-version=1`
 * @param rest what follows the verb: there only whole names of options are looked for
 * @throws Failure for what is no version
 */
export function programInVersion(
  { client, versions }: Applet,
  name: string,
  options: readonly string[],
  rest: readonly string[],
  env: Env,
): string {
  if (versions === undefined) return name;
  const said = (setting: SettingName): string | undefined => {
    const option = globalOptions(client.globals)[setting as 'imageApiVersion'];
    const flag = `--${longName(setting, option)}`;
    const behind = rest.map((word, at) => (word === flag ? `${flag}=${rest[at + 1]}` : word));
    const typed = [...options, ...behind].findLast((word) => word.startsWith(`${flag}=`));
    if (typed !== undefined) return typed.slice(flag.length + 1);
    return variablesOf(setting, client.env)
      .map((variable) => env[variable])
      .find((value) => value);
  };
  return versions.program(said(versions.setting), said('endpointOverride'));
}
