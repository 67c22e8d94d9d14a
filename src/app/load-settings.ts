import type { ClassicClient } from '../classic/client.js';
import { isApplet } from '../cli/applets.js';
import { type Globals, givenSettings } from '../cli/globals.js';
import { missingSettings } from '../config/missing.js';
import {
  type Environment,
  type Layer,
  type LowerLayers,
  type OptionValues,
  resolveSettings,
} from '../config/settings.js';
import { definitions, type SettingName, variablesOf } from '../core/definitions.js';
import { Failure, UsageError } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import type { Host, StoredUserConfig } from '../host/host.js';
import { trimEndOf } from '../lib/trim.js';

export interface SettingsSources {
  readonly host: Pick<Host, 'program' | 'env' | 'stdin' | 'files' | 'sandbox'>;
  readonly globals: Globals;
  readonly client: ClassicClient;
  readonly userConfig: StoredUserConfig | undefined;
  /** One line for those who asked for details. */
  readonly note: (line: string) => void;
  /** One line for everybody. */
  readonly warn: (line: string) => void;
}

/** The settings of a run, and the layers that they were merged from. */
export interface LoadedSettings {
  readonly settings: Settings;
  readonly options: OptionValues;
  readonly env: Environment;
  readonly lower: LowerLayers;
  /** The cloud of clouds.yaml. */
  readonly cloud?: string;
  /** Why nobody can log in with them: what is missing, or what could not be read. */
  readonly problem?: Failure;
}

/**
 * The settings of a run. Precedence: options > OS_* > clouds.yaml > user configuration > defaults. Reads files only if a
 * cloud is named or a required value is missing.
 *
 * @param needsLogin without it nothing is required
 * @throws Failure for what is missing, or cannot be read
 */
export async function loadSettings(sources: SettingsSources, needsLogin: boolean): Promise<LoadedSettings> {
  const loaded = await load(sources, needsLogin);
  if (loaded.problem !== undefined) throw loaded.problem;
  return loaded;
}

/** The same for a command that shows what is wrong with the settings: a Failure is part of the answer. */
export async function examineSettings(sources: SettingsSources): Promise<LoadedSettings> {
  try {
    return await load(sources, true);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const settings = resolveSettings({}, {});
    return { settings, options: {}, env: sources.host.env, lower: {}, problem: error };
  }
}

async function load(sources: SettingsSources, needsLogin: boolean): Promise<LoadedSettings> {
  const { host, globals, client, userConfig, note } = sources;
  const options: OptionValues = { ...givenSettings(globals), ...(await passwordFrom(host, globals)) };
  if (globals.sandbox) return sandboxSettings(host, client, options);
  const { env } = host;
  const bottom: LowerLayers = {
    ...(userConfig === undefined ? {} : { userConfig: await layerOf(userConfig) }),
    ...(client.defaults === undefined ? {} : { ofClient: client.defaults }),
  };
  const kept = userConfig?.values.cloud;
  const isOverruled = kept !== undefined && overruling(globals, options, env, client) !== undefined;
  const name = globals.osCloud || env.OS_CLOUD || (isOverruled ? undefined : kept);
  const isOption = globals.osCloud !== undefined && globals.osCloud !== '';
  // openstacksdk's name for what the environment says.
  const isEnvironment = name === (env.OS_CLOUD_NAME || 'envvars');
  const chosen =
    name === undefined || isEnvironment
      ? undefined
      : await (await import('./select-cloud.js')).chosenCloud(sources, name, options, isOption);
  const lower = chosen === undefined ? bottom : { ...bottom, ...chosen };
  const settings = resolveSettings(options, env, client.env, lower);
  const missingIn = (found: Settings) => missingSettings(found, client.login, () => host.stdin.isTTY());
  const missing = needsLogin ? missingIn(settings) : undefined;
  const isBare = settings.authUrl === undefined && settings.serviceEndpoint === undefined;
  if (missing !== undefined && chosen === undefined && isBare && !isEnvironment) {
    const said = isFirstRun(host.program, settings) ? withBeginnings(missing) : missing;
    const only = await (await import('./select-cloud.js')).onlyCloud(sources, options, said);
    const withOnly = { ...bottom, cloud: only.cloud };
    const found = resolveSettings(options, env, client.env, withOnly);
    note(`No cloud is named, so the only one of clouds.yaml is used: ${only.name}.`);
    const problem = missingIn(found);
    return { settings: found, options, env, lower: withOnly, cloud: only.name, ...(problem && { problem }) };
  }
  const cloud = chosen === undefined ? undefined : name;
  return { settings, options, env, lower, ...(cloud && { cloud }), ...(missing && { problem: missing }) };
}

/**
 * What names another cloud than the chosen one of the user configuration: an option or a variable that says which cloud,
 * or where a login goes. Undefined where nothing does.
 */
export function overruling(
  { osCloud }: Pick<Globals, 'osCloud'>,
  options: OptionValues,
  env: Environment,
  client: Pick<ClassicClient, 'env'>,
): string | undefined {
  if (osCloud) return '--os-cloud';
  const places = (Object.keys(definitions) as SettingName[]).filter((name) => {
    const { group, decidesLogin } = definitions[name].traits;
    return group === 'where' && decidesLogin;
  });
  for (const place of places) if (options[place]) return `--${definitions[place].option?.long ?? place}`;
  const variables = ['OS_CLOUD', ...places.flatMap((place) => variablesOf(place, client.env))];
  const found = variables.find((variable) => env[variable]);
  return found === undefined ? undefined : `env[${found}]`;
}

/** The embedded cloud brings its own login; what the environment says of another cloud does not count there. */
async function sandboxSettings(
  { sandbox }: Pick<Host, 'sandbox'>,
  { defaults }: ClassicClient,
  given: OptionValues,
): Promise<LoadedSettings> {
  const { authUrl, username, password, tenantName, region } = (await sandbox.simulate()).login;
  const options = { authUrl, username, password, projectName: tenantName, region, cache: false, ...given };
  const lower: LowerLayers = defaults === undefined ? {} : { ofClient: defaults };
  return { settings: resolveSettings(options, {}, {}, lower), options, env: {}, lower };
}

/** What the user configuration says of a login; a program that others could have put there is not run. */
async function layerOf(userConfig: StoredUserConfig): Promise<Layer> {
  const { userConfigLayer } = await import('../config/user-config.js');
  const layer = userConfigLayer(userConfig);
  if (layer.passwordCommand === undefined || userConfig.isTrusted) return layer;
  throw new Failure(`password-command of ${userConfig.path} is not run: others can write that file.`, {
    hint: `chmod go-w ${userConfig.path}`,
  });
}

/**
 * `--os-password-file` and `--os-password-stdin`: a password that no process list shows.
 * @param option what the first of them is called
 */
export async function passwordFrom(
  host: Pick<Host, 'stdin' | 'files'>,
  { osPasswordFile, osPasswordStdin }: Globals,
  option = '--os-password-file',
): Promise<OptionValues> {
  if (!osPasswordStdin && (osPasswordFile === undefined || osPasswordFile === '')) return {};
  const given = osPasswordStdin
    ? host.stdin.isTTY()
      ? ((await host.stdin.askPassword('OS Password: ')) ?? '')
      : await host.stdin.readLine()
    : (await host.files.reader())(String(osPasswordFile))?.text;
  if (given === undefined) throw new UsageError(`argument ${option}: cannot read '${osPasswordFile}'`);
  const password = osPasswordStdin ? given : trimEndOf(given, '\r\n');
  const from = osPasswordStdin ? 'the standard input' : osPasswordFile;
  if (password === '') throw new UsageError(`there is no password in ${from}`);
  if (/[\r\n]/.test(password)) throw new UsageError(`the password in ${from} is more than one line`);
  return { password };
}

/** Nothing has been said of a login, and the words are not those of a classic client, whose output scripts know. */
function isFirstRun(program: string, { username, userId, token, applicationCredentialId }: Settings): boolean {
  return !isApplet(program) && (username ?? userId ?? token ?? applicationCredentialId) === undefined;
}

/** What a person who calls us for the first time can do. */
function withBeginnings({ message, name }: Failure): Failure {
  const hint =
    'To begin: source an openrc.sh, or name a cloud of clouds.yaml with --os-cloud, or look around in a cloud that needs ' +
    "no account with --sandbox; 'stackline doctor' says what is missing.";
  return new Failure(message, { name, hint });
}
