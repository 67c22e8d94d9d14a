import { type Globals, globalOptions } from '../cli/globals.js';
import { findMistakes } from '../config/mistakes.js';
import { mergeLayers, type SettingName } from '../config/settings.js';
import { checkUserConfig, isUserConfigKey, userConfigKeys } from '../config/user-config.js';
import type { CloudEntry, CloudsReport, SettingEntry, SettingsReport, Workings } from '../core/diagnostics.js';
import { Failure } from '../core/errors.js';
import type { Host } from '../host/host.js';
import { readText } from '../http/body.js';
import type { Transport } from '../http/transport.js';
import { showUrl } from '../http/url.js';
import type { LoadedSettings } from './load-settings.js';

interface AccessOptions {
  readonly host: Host;
  readonly applet: string;
  readonly globals: Globals;
  readonly own: Awaited<ReturnType<Host['userConfig']>>;
  readonly run: LoadedSettings;
  /** Why the settings of this run could not be weighed. */
  readonly trouble: Failure | undefined;
  readonly transport: Transport;
}

/** What our own commands see of the settings and the network. */
export async function workings(around: AccessOptions): Promise<Workings> {
  const { host, run, globals } = around;
  return {
    settings: () => settingsReport(around),
    clouds: () => cloudsReport(host),
    keep: (key, value) => keep(around, key, value),
    keys: userConfigKeys,
    // What a cloud on the command line puts aside is not looked at.
    mistakes: async () => (run.below.cloudFirst ? [] : findMistakes(run.env)),
    probe: globals.sandbox ? undefined : await host.probe(),
    get: async (url) => {
      const response = await around.transport({ method: 'GET', url, headers: { accept: 'application/json' } });
      const date = Date.parse(response.headers.date ?? '');
      const body = jsonOf(await readText(response));
      return { status: response.status, body, ...(Number.isNaN(date) ? {} : { date }) };
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const SECRET: readonly string[] = ['password', 'token', 'serviceToken', 'passcode', 'applicationCredentialSecret'];
/** Where a cloud that nobody named is from. */
const ONLY = 'the only one there is';
/** Settings that always have a value. */
const ALWAYS = ['interface', 'insecure', 'timeout', 'cache'] as const;

function settingsReport({ run, applet, own, trouble }: AccessOptions): SettingsReport {
  const { settings, given, env, below } = run;
  const weighed = mergeLayers(given, env, applet, below);
  const entries: SettingEntry[] = [...weighed].map(([name, { value, from }]) => ({
    name: optionName(name),
    value: shown(name, value),
    from: from === 'option' ? 'command line' : from,
  }));
  for (const name of ALWAYS) {
    if (weighed.has(name)) continue;
    entries.push({ name, value: String(settings[name]), from: name === 'cache' ? cacheFrom(run) : 'default' });
  }
  for (const [key, value] of Object.entries(own?.values ?? {})) {
    if (/^(format|color|columns\.)/.test(key)) entries.push({ name: key, value, from: own?.path ?? '' });
  }
  if (run.cloud !== undefined) {
    const from = below.cloudFirst
      ? 'command line'
      : env.OS_CLOUD
        ? 'env[OS_CLOUD]'
        : own?.values.cloud
          ? own.path
          : ONLY;
    entries.push({ name: 'cloud', value: run.cloud, from });
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  const lacks = trouble ?? run.lacks;
  if (lacks === undefined) return { entries };
  const { message, hint } = lacks;
  return { entries, trouble: { message, ...(hint === undefined ? {} : { hint }) } };
}

function cacheFrom({ given, env }: LoadedSettings): string {
  if (given.cache !== undefined) return 'command line';
  const name = ['OS_NO_CACHE', 'OS_CACHE'].find((one) => env[one]);
  return name === undefined ? 'default' : `env[${name}]`;
}

/** As the option is spelled, without what every one begins with. */
function optionName(name: SettingName): string {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return name === 'region' ? 'region-name' : kebab;
}

function shown(name: string, value: unknown): string {
  if (SECRET.includes(name)) return '***';
  // What follows the program may be a secret, too.
  if (name === 'passwordCommand')
    return `${(value as readonly string[])[0]}${(value as readonly string[]).length > 1 ? ' …' : ''}`;
  if (name === 'endpoints') {
    return Object.entries(value as Readonly<Record<string, string>>)
      .map(([service, url]) => `${service}=${showUrl(url)}`)
      .join(', ');
  }
  return showUrl(String(value));
}

async function cloudsReport(host: Host): Promise<CloudsReport> {
  // The parser of YAML is loaded with them.
  const [{ cloudFiles }, { cloudNames, readCloud }] = await Promise.all([
    import('./select-cloud.js'),
    import('../config/clouds.js'),
  ]);
  const files = await cloudFiles(host);
  const paths = [files.clouds, files.secure, files.vendor].flatMap((file) => file?.path ?? []);
  const clouds = cloudNames(files).map((name): CloudEntry => {
    try {
      const { values, regions, notes } = readCloud(files, name);
      const text = (key: SettingName): string => (values[key] === undefined ? '' : showUrl(String(values[key].value)));
      const user =
        text('username') || text('userId') || text('applicationCredentialId') || text('applicationCredentialName');
      const project = text('projectName') || text('projectId') || text('domainName') || text('domainId');
      return { name, authUrl: text('authUrl'), user, project, regions, trouble: notes.join(' ') };
    } catch (error) {
      const trouble = error instanceof Failure ? error.message : String(error);
      return { name, authUrl: '', user: '', project: '', regions: [], trouble };
    }
  });
  return { clouds, files: paths };
}

async function keep({ host, own }: AccessOptions, key: string, value: string | undefined): Promise<string> {
  if (!isUserConfigKey(key)) {
    throw new Failure(`There is no setting '${key}'.`, {
      hint: /password|secret|token/.test(key)
        ? 'Secrets are not kept here: use secure.yaml, or set password-command to a program that prints the password.'
        : `Valid settings: ${userConfigKeys.join(', ')}.`,
    });
  }
  const { format, color } = globalOptions('stackline');
  const choices = key === 'format' ? format.choices : key === 'color' ? color.choices : undefined;
  if (value !== undefined && choices !== undefined && !choices.includes(value)) {
    throw new Failure(`There is no ${key} '${value}'.`, { hint: `One of ${choices.join(', ')}.` });
  }
  if (value !== undefined) checkUserConfig(key, value);
  const { [key]: _old, ...others } = own?.values ?? {};
  return host.saveUserConfig(value === undefined ? others : { ...others, [key]: value });
}
