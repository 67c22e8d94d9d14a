/** `--record DIR` and `--replay DIR`: one file per exchange, and one with the settings of the login. */
import type { ClassicClient } from '../classic/client.js';
import type { Globals } from '../cli/globals.js';
import { definitions, type SettingName, variablesOf } from '../core/definitions.js';
import { Failure } from '../core/errors.js';
import type { Secrets } from '../core/secrets.js';
import { type Settings, settingsIn } from '../core/settings.js';
import type { Host, RecordingDirectory } from '../host/host.js';
import { type Exchange, readExchange, recorder, replay } from '../http/record.js';
import { redactText } from '../http/redact.js';
import type { Decorator, HttpRequest } from '../http/transport.js';
import { asRecord } from '../lib/read.js';

const LOGIN = 'login.json';

/** In the place of a secret. */
const WORD = 'not-in-the-recording';

/** A recording under way. */
export interface Recording {
  readonly decorator: Decorator;
  /** Resolves when everything is written; rejects with a Failure when something cannot be. */
  settled(): Promise<void>;
}

/**
 * Records into a directory, which is made if only it is missing; to one with a recording in it, more is added.
 * @param client whose variables can say again who and where
 * @param secrets what is not written
 * @throws Failure when nothing can be written there
 */
export function openRecording(
  directory: RecordingDirectory,
  settings: Settings,
  client: Pick<ClassicClient, 'env'>,
  secrets: Secrets,
  now: () => number,
): Recording {
  directory.make();
  directory.create(LOGIN, loginOf(settings, client, secrets));
  let number = 0;
  let broken: unknown;
  const keep = (exchange: Exchange): void => {
    try {
      do number += 1;
      while (!directory.create(`${String(number).padStart(4, '0')}.json`, exchange));
    } catch (error) {
      broken ??= error;
    }
  };
  return {
    decorator: recorder({ secrets, now, keep }),
    settled: async () => {
      if (broken !== undefined) throw broken;
    },
  };
}

/** The settings as an environment that comes to the same: who and where, and nothing that opens anything. */
function loginOf(
  settings: Settings,
  { env }: Pick<ClassicClient, 'env'>,
  secrets: Secrets,
): Readonly<Record<string, string>> {
  const login: Record<string, string> = {};
  for (const setting of settingsIn(settings)) {
    const [name] = variablesOf(setting, env);
    const { secret, recorded } = definitions[setting].traits;
    if (name === undefined) continue;
    if (secret) login[name] = WORD;
    else if (recorded) login[name] = redactText(String(settings[setting]), secrets);
  }
  // Wherever it came from: a program, a file, a terminal.
  const isPassword = settings.passwordCommand !== undefined || settings.username !== undefined;
  return isPassword && settings.password === undefined ? { ...login, OS_PASSWORD: WORD } : login;
}

/**
 * The same host, but its network, its settings and its clock are those of the recording: variables that say a setting
 * are not in its environment, by whichever name the client knows them.
 * @throws Failure for a directory without a recording, and for a file in it that is none
 */
export async function replayed(host: Host, path: string, { env }: Pick<ClassicClient, 'env'>): Promise<Host> {
  const directory = await host.files.recording(path);
  const exchanges = exchangesIn(directory, path);
  const login = asRecord(directory.read(LOGIN));
  const variables = new Set(
    (Object.keys(definitions) as SettingName[]).flatMap((setting) => variablesOf(setting, env)),
  );
  const others = Object.entries(host.env).filter(([name]) => !name.startsWith('OS_') && !variables.has(name));
  const recorded = Object.entries(login).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const at = Date.parse(exchanges[0]?.at ?? '');
  const transport = replay(exchanges, `The recording in ${path}`);
  return {
    ...host,
    env: Object.fromEntries([...others, ...recorded]),
    now: () => at,
    network: {
      ...host.network,
      connect: async () =>
        Object.assign((request: HttpRequest) => transport(request), { close: async () => undefined }),
    },
    storage: { ...host.storage, logins: async () => undefined, userConfig: async () => undefined },
    files: { ...host.files, reader: async () => () => undefined },
  };
}

/** The same options without those that choose a cloud or a login. */
export function withoutCloud(globals: Globals): Globals {
  return { ...globals, osCloud: '', osPasswordFile: '', osPasswordStdin: false, noCache: true };
}

function exchangesIn(directory: RecordingDirectory, path: string): readonly Exchange[] {
  const names = directory.names().filter((name) => /^\d{4,}\.json$/.test(name));
  if (names.length === 0) throw new Failure(`There is no recording in ${path}`, { hint: '--record DIR makes one.' });
  const numbered = names.sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
  return numbered.map((name) => {
    const exchange = readExchange(directory.read(name));
    if (exchange === undefined) throw new Failure(`${path}/${name} is no recorded exchange`);
    return exchange;
  });
}
