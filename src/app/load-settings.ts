import { type Globals, givenSettings } from '../cli/globals.js';
import type { Command } from '../command/define.js';
import { missingSettings } from '../config/missing.js';
import {
  type Environment,
  type Layer,
  type LowerLayers,
  type OptionValues,
  resolveSettings,
} from '../config/settings.js';
import { Failure, UsageError } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import type { Host } from '../host/host.js';

interface SettingsSources {
  readonly host: Host;
  readonly globals: Globals;
  readonly applet: string;
  readonly command: Pick<Command, 'login'>;
  readonly own: Awaited<ReturnType<Host['userConfig']>>;
  /** One line for those who asked for details. */
  readonly note: (line: string) => void;
  /** One line for everybody. */
  readonly warn: (line: string) => void;
}

/** The settings of a run, and all that they were weighed from. */
export interface LoadedSettings {
  readonly settings: Settings;
  readonly given: OptionValues;
  readonly env: Environment;
  readonly below: LowerLayers;
  /** The cloud of clouds.yaml. */
  readonly cloud?: string;
  /** What a login still lacks. */
  readonly lacks?: Failure;
}

/**
 * Weighs options, environment, files and defaults. Files are looked at only when a cloud is named or something is
 * missing: the usual run reads none.
 */
export async function loadSettings(around: SettingsSources): Promise<LoadedSettings> {
  const { host, globals, applet, command, own, note } = around;
  const given: OptionValues = { ...givenSettings(globals), ...(await passwordFrom(host, globals)) };
  if (globals.sandbox) return sandboxed(host, given, applet);
  const { env } = host;
  const bottom: LowerLayers = own === undefined ? {} : { userConfig: await ownLayerOf(own) };
  const name = globals.osCloud || env.OS_CLOUD || own?.values.cloud;
  const option = globals.osCloud !== undefined && globals.osCloud !== '';
  // openstacksdk's name for what the environment says.
  const isEnvironment = name === (env.OS_CLOUD_NAME || 'envvars');
  const chosen =
    name === undefined || isEnvironment
      ? undefined
      : await (await import('./select-cloud.js')).chosenCloud(around, name, given, option);
  const below = chosen === undefined ? bottom : { ...bottom, ...chosen };
  const settings = resolveSettings(given, env, applet, below);
  const lacks = command.login ? missingSettings(settings, applet) : undefined;
  const isBare = settings.authUrl === undefined && settings.serviceEndpoint === undefined;
  if (lacks !== undefined && chosen === undefined && isBare && !isEnvironment) {
    const only = await (await import('./select-cloud.js')).onlyCloud(around, given, lacks);
    const all = { ...bottom, cloud: only.cloud };
    const found = resolveSettings(given, env, applet, all);
    note(`No cloud is named, so the only one of clouds.yaml is used: ${only.name}.`);
    return loaded(found, given, env, all, applet, command, only.name);
  }
  return loaded(settings, given, env, below, applet, command, chosen === undefined ? undefined : name);
}

function loaded(
  settings: Settings,
  given: OptionValues,
  env: Environment,
  below: LowerLayers,
  applet: string,
  { login }: Pick<Command, 'login'>,
  cloud: string | undefined,
): LoadedSettings {
  const lacks = login ? missingSettings(settings, applet) : undefined;
  const named = cloud === undefined ? {} : { cloud };
  return { settings, given, env, below, ...named, ...(lacks === undefined ? {} : { lacks }) };
}

/** The embedded cloud brings its own login; what the environment says of another cloud does not count there. */
async function sandboxed(host: Host, given: OptionValues, applet: string): Promise<LoadedSettings> {
  const { authUrl, username, password, tenantName, region } = (await host.simulate()).login;
  const all = { authUrl, username, password, projectName: tenantName, region, cache: false, ...given };
  return { settings: resolveSettings(all, {}, applet), given: all, env: {}, below: {} };
}

/** What our own settings say of a login; a program that others could have put there is not run. */
async function ownLayerOf(own: NonNullable<SettingsSources['own']>): Promise<Layer> {
  const { userConfigLayer: ownLayer } = await import('../config/user-config.js');
  const layer = ownLayer(own);
  if (layer.passwordCommand === undefined || own.isTrusted) return layer;
  throw new Failure(`password-command of ${own.path} is not run: others can write that file.`, {
    hint: `chmod go-w ${own.path}`,
  });
}

/** `--os-password-file` and `--os-password-stdin`: a password that no process list shows. */
async function passwordFrom(host: Host, { osPasswordFile, osPasswordStdin }: Globals): Promise<OptionValues> {
  if (!osPasswordStdin && (osPasswordFile === undefined || osPasswordFile === '')) return {};
  const password = osPasswordStdin
    ? host.stdin.isTTY()
      ? ((await host.askPassword('OS Password: ')) ?? '')
      : await host.readLine()
    : (await host.textFiles())(String(osPasswordFile))?.text.replace(/[\r\n]+$/, '');
  if (password === undefined) throw new UsageError(`argument --os-password-file: cannot read '${osPasswordFile}'`);
  const from = osPasswordStdin ? 'the standard input' : osPasswordFile;
  if (password === '') throw new UsageError(`there is no password in ${from}`);
  if (/[\r\n]/.test(password)) throw new UsageError(`the password in ${from} is more than one line`);
  return { password };
}
