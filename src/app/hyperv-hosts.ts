/** Hosts of Hyper-V: who logs in to each, and over which connection. */
import { givenSettings } from '../cli/globals.js';
import type { Parsed } from '../cli/parse.js';
import { type OptionValues, resolveSettings } from '../config/settings.js';
import { Failure } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import type { SettingPrefixes } from '../http/certificate-errors.js';
import { type Credentials, credentialsOf, endpointUrl } from '../hyperv/settings.js';
import { type Channel, type Endpoint, headerChannel, type Link } from '../hyperv/wsman/channel.js';
import { type Wsman, type WsmanOptions, wsmanClient } from '../hyperv/wsman/client.js';
import { passwordPrompt } from './prompts.js';
import type { RunOptions } from './run-command.js';

export interface HypervRun extends RunOptions {
  readonly globals: Parsed['globals'];
  /** A password that a file or the standard input said. */
  readonly given: OptionValues;
  /** What completes settings by a password, by user: each is asked for once. */
  readonly passwords: Map<string, Promise<Settings>>;
  /** The embedded hosts: the same for all that is asked of them. */
  readonly sandbox: () => ReturnType<RunOptions['host']['sandbox']['simulate']>;
  readonly observe: NonNullable<WsmanOptions['observe']>;
}

/** Seconds that Windows takes for an operation at most (MaxTimeoutms), unless its administrator says otherwise. */
const LONGEST = 60;

/** Milliseconds that an answer may come after the time that the service itself is given: 5 s, or as long again. */
const grace = (timeout: number): number => Math.min(5000, timeout * 1000);

/**
 * Where a host is: at the URL that the user configuration has for this name, or at the name itself.
 * @throws UsageError for what is no name of a host
 */
export async function urlOf(name: string, { globals, userConfig }: Pick<HypervRun, 'globals' | 'userConfig'>) {
  if (globals.sandbox || userConfig === undefined) return endpointUrl(name);
  const { hostConfig } = await import('../config/hyperv-hosts.js');
  return endpointUrl(hostConfig(userConfig, name).url ?? name);
}

/** @throws Failure for settings with which nobody could log in */
export async function openHost(name: string, run: HypervRun): Promise<Wsman> {
  const { host, globals, observe } = run;
  const endpoint = { host: name, url: await urlOf(name, run) };
  const settings = await settingsOf(name, run);
  const link = globals.sandbox ? await sandboxLink(run) : await connectionTo(endpoint.url, host, settings);
  const channel = async () => {
    const credentials = credentialsOf(await withPassword(settings, run));
    return channels[credentials.auth](endpoint, link, credentials, host.now);
  };
  return wsmanClient({ endpoint, link, channel, timeout: Math.min(LONGEST, Math.ceil(settings.timeout)), observe });
}

type OpenChannel = (
  endpoint: Endpoint,
  link: Link,
  credentials: Credentials,
  now: () => number,
) => Channel | Promise<Channel>;

/** How each kind of login goes over a connection. */
const channels: Readonly<Record<Credentials['auth'], OpenChannel>> = {
  ntlm: async (...args) => (await import('../hyperv/ntlm/channel.js')).ntlmChannel(...args),
  basic: headerChannel,
  certificate: headerChannel,
};

/** Precedence: options > HYPERV_* > what the user configuration says of the host > defaults. */
export async function settingsOf(
  name: string,
  { host, client, userConfig, globals, given, sandbox }: HypervRun,
): Promise<Settings> {
  const options = { ...givenSettings(globals), ...given };
  if (globals.sandbox) {
    const { username, password } = (await sandbox()).login.hyperv;
    return resolveSettings({ username, password, authType: 'basic', ...options }, {});
  }
  if (userConfig === undefined) return resolveSettings(options, host.env, client.env);
  const { layer } = (await import('../config/hyperv-hosts.js')).hostConfig(userConfig, name);
  if (layer.passwordCommand !== undefined && !userConfig.isTrusted) {
    throw new Failure(`hyperv.${name}.password-command of ${userConfig.path} is not run: others can write that file.`, {
      hint: `chmod go-w ${userConfig.path}`,
    });
  }
  return resolveSettings(options, host.env, client.env, { userConfig: layer });
}

/** A password that nobody has said yet is asked for once for each user, and one question at a time. */
async function withPassword(settings: Settings, { host, client, passwords, secrets }: HypervRun): Promise<Settings> {
  if (settings.authType === 'certificate') return settings;
  const key = JSON.stringify([settings.username, settings.passwordCommand]);
  const before = Promise.allSettled([...passwords.values()]);
  const words = { ...client.login, passwordPrompt: `Password of ${settings.username}: ` };
  const asked = passwords.get(key) ?? before.then(() => passwordPrompt(host, words)(settings));
  passwords.set(key, asked);
  const { password } = settings.password === undefined ? await asked : settings;
  secrets.add(password);
  return { ...settings, ...(password === undefined ? {} : { password }) };
}

/** Milliseconds until a connection must stand. */
const CONNECT_TIMEOUT = 10_000;
/** `HYPERV_CACERT`, `--cacert`. */
const PREFIXES: SettingPrefixes = { variable: 'HYPERV_', option: '--' };

function connectionTo(url: string, { network, env }: HypervRun['host'], settings: Settings): Promise<Link> {
  const { cacert, cert, key, insecure, timeout } = settings;
  return network.single(url, {
    connectTimeout: Math.min(CONNECT_TIMEOUT, timeout * 1000),
    readTimeout: timeout * 1000 + grace(timeout),
    insecure,
    env,
    prefixes: PREFIXES,
    ...(cacert === undefined ? {} : { cacert }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  });
}

/** The embedded hosts, which no connection leads to. */
async function sandboxLink({ sandbox }: HypervRun): Promise<Link> {
  const { transport } = await sandbox();
  return {
    send: (request) => {
      if (typeof request.body === 'object') throw new Failure('The embedded hosts take messages in clear text only.');
      const { body, ...rest } = request;
      return transport({ ...rest, ...(body === undefined ? {} : { body }) });
    },
    isUsed: () => false,
    certificate: () => undefined,
    close: async () => undefined,
  };
}
