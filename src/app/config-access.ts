import type { ClassicClient } from '../classic/client.js';
import { type Globals, givenSettings, keptChoices } from '../cli/globals.js';
import { mergeLayers } from '../config/settings.js';
import { checkUserConfig, isUserConfigKey, userConfigKeys } from '../config/user-config.js';
import type {
  CloudChoice,
  CloudEntry,
  CloudsReport,
  ConfigAccess,
  SettingEntry,
  SettingsReport,
} from '../core/config-access.js';
import { definitions, type SettingName, variablesOf } from '../core/definitions.js';
import { Failure } from '../core/errors.js';
import type { Host, StoredUserConfig } from '../host/host.js';
import { showUrl } from '../http/url.js';
import { type LoadedSettings, overruling } from './load-settings.js';

/**
 * The settings, for the commands that show or change them.
 *
 * @param host where the user configuration and the files of clouds are
 * @param client whose variables count
 */
export function configAccess(
  host: Pick<Host, 'env' | 'files' | 'storage' | 'network'>,
  client: Pick<ClassicClient, 'env'>,
  userConfig: StoredUserConfig | undefined,
  loaded: LoadedSettings,
  globals: Globals,
): ConfigAccess {
  const choice = (): CloudChoice => {
    const { options, cloud } = loaded;
    const chosen = userConfig?.values.cloud;
    const overruledBy = overruling(globals, options, host.env, client);
    return {
      ...(cloud === undefined ? {} : { current: cloud }),
      ...(chosen === undefined || userConfig === undefined ? {} : { chosen, path: userConfig.path }),
      ...(overruledBy === undefined ? {} : { overruledBy }),
    };
  };
  return {
    settings: () => settingsReport(client, userConfig, loaded, choice()),
    choice,
    reach: async (name) => (await import('./reach-cloud.js')).reachCloud(host, name, givenSettings(globals)),
    given: () => given(client, loaded),
    clouds: () => cloudsReport(host),
    keep: (key, value) => keep(host.storage, userConfig, key, value),
  };
}

/** Said of a cloud that nobody named. */
const ONLY_CLOUD = 'the only one there is';

function given(client: Pick<ClassicClient, 'env'>, { options, env, lower }: LoadedSettings) {
  const merged = mergeLayers(options, env, client.env, lower);
  return new Map(
    [...merged].map(([name, sourced]) => [name, { ...sourced, variables: variablesOf(name, client.env) }]),
  );
}

function settingsReport(
  client: Pick<ClassicClient, 'env'>,
  userConfig: StoredUserConfig | undefined,
  loaded: LoadedSettings,
  { chosen, path, overruledBy }: CloudChoice,
): SettingsReport {
  const { options, env, lower, cloud, problem } = loaded;
  const merged = mergeLayers(options, env, client.env, lower);
  const entries: SettingEntry[] = [...merged].map(([name, { value, from }]) => ({
    name: optionName(name),
    value: shown(name, value),
    from: from === 'option' ? 'command line' : from,
  }));
  for (const [key, value] of Object.entries(userConfig?.values ?? {})) {
    if (/^(format|color|handover|log$|columns\.)/.test(key))
      entries.push({ name: key, value, from: userConfig?.path ?? '' });
  }
  if (cloud !== undefined) {
    const from = lower.cloudFirst
      ? 'command line'
      : env.OS_CLOUD
        ? 'env[OS_CLOUD]'
        : userConfig?.values.cloud
          ? userConfig.path
          : ONLY_CLOUD;
    entries.push({ name: 'cloud', value: cloud, from });
  } else if (chosen !== undefined && overruledBy !== undefined) {
    entries.push({ name: 'cloud', value: chosen, from: `${path}, but ${overruledBy} wins over it` });
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  if (problem === undefined) return { entries };
  const { message, hint } = problem;
  return { entries, problem: { message, ...(hint === undefined ? {} : { hint }) } };
}

/** As the option is spelled, without what every one begins with. */
function optionName(name: SettingName): string {
  return definitions[name].names.label ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function shown(name: SettingName, value: unknown): string {
  const { type, traits } = definitions[name];
  if (traits.secret) return '***';
  if (type === 'words') {
    // What follows the program may be a secret, too.
    const [program, ...more] = value as readonly string[];
    return more.length > 0 ? `${program} …` : `${program}`;
  }
  if (type === 'urls') {
    return Object.entries(value as Readonly<Record<string, string>>)
      .map(([service, url]) => `${service}=${showUrl(url)}`)
      .join(', ');
  }
  return showUrl(String(value));
}

async function cloudsReport(host: Pick<Host, 'env' | 'files'>): Promise<CloudsReport> {
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
      return { name, authUrl: text('authUrl'), user, project, regions, problem: notes.join(' ') };
    } catch (error) {
      const problem = error instanceof Failure ? error.message : String(error);
      return { name, authUrl: '', user: '', project: '', regions: [], problem };
    }
  });
  return { clouds, files: paths };
}

async function keep(
  storage: Host['storage'],
  userConfig: StoredUserConfig | undefined,
  key: string,
  value: string | undefined,
): Promise<string> {
  if (!isUserConfigKey(key)) {
    throw new Failure(`There is no setting '${key}'.`, {
      hint: /password|secret|token/.test(key)
        ? 'Secrets are not kept here: use secure.yaml, or set password-command to a program that prints the password.'
        : `Valid settings: ${userConfigKeys.join(', ')}.`,
    });
  }
  const choices =
    key === 'handover' ? ['on', 'off'] : key === 'format' || key === 'color' ? keptChoices(key) : undefined;
  if (value !== undefined && choices !== undefined && !choices.includes(value)) {
    throw new Failure(`There is no ${key} '${value}'.`, { hint: `One of ${choices.join(', ')}.` });
  }
  if (value !== undefined) checkUserConfig(key, value);
  const { [key]: _old, ...others } = userConfig?.values ?? {};
  return storage.saveUserConfig(value === undefined ? others : { ...others, [key]: value });
}
