/** `--record DIR` and `--replay DIR`: one file per exchange, and one that says how the login was meant. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Globals } from './cli/globals.js';
import { environmentNames, type SettingName } from './config/settings.js';
import type { Host } from './host.js';
import { codeOf, systemReason } from './http/reasons.js';
import { type Exchange, readExchange, recorder, replay } from './http/record.js';
import { redactText } from './http/redact.js';
import type { Decorator, HttpRequest } from './http/transport.js';
import { Failure } from './lib/errors.js';
import { record } from './lib/read.js';
import type { Settings } from './lib/settings.js';
import { createFile } from './new-file.js';

const LOGIN = 'login.json';
const OWNER_ONLY = 0o600;

/** What of the settings a recording may tell, and a replay needs: who and where, and nothing that opens anything. */
const KEPT: readonly SettingName[] = [
  ...(['username', 'userId', 'userDomainId', 'userDomainName', 'projectName', 'projectId'] as const),
  ...(['projectDomainId', 'projectDomainName', 'domainId', 'domainName', 'defaultDomainId'] as const),
  ...(['defaultDomainName', 'systemScope', 'trustId', 'authType', 'applicationCredentialId'] as const),
  ...(['applicationCredentialName', 'authUrl', 'region', 'interface', 'serviceEndpoint', 'endpointOverride'] as const),
  ...(['serviceType', 'serviceName', 'identityApiVersion', 'computeApiVersion', 'imageApiVersion'] as const),
  'volumeApiVersion',
];
/** In their places stands one word. */
const SECRET = ['password', 'token', 'serviceToken', 'passcode', 'applicationCredentialSecret'] as const;
const WORD = 'not-in-the-recording';

/** A recording under way. */
export interface Recording {
  readonly decorator: Decorator;
  /** Resolves when everything is written; rejects with a Failure when something cannot be. */
  settled(): Promise<void>;
}

/**
 * Records into a folder, which is made if only it is missing; to one with a recording in it, more is added.
 * @param applet whose variables can say again who and where
 * @throws Failure when nothing can be written there
 */
export function openRecording(folder: string, settings: Settings, applet: string, now: () => number): Recording {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unusable(folder, error);
  }
  createFile(join(folder, LOGIN), pretty(loginOf(settings, applet)), OWNER_ONLY);
  const secrets = new Set(SECRET.map((name) => settings[name]).filter((one) => one !== undefined));
  let number = 0;
  let broken: unknown;
  const keep = (exchange: Exchange): void => {
    try {
      do number += 1;
      while (!createFile(join(folder, `${String(number).padStart(4, '0')}.json`), pretty(exchange), OWNER_ONLY));
    } catch (error) {
      broken ??= error;
    }
  };
  const recording = recorder({ secrets: () => secrets, now, keep });
  const learn: Decorator = (next) => async (request) => {
    const token = request.headers['x-auth-token'];
    if (token !== undefined) secrets.add(token);
    const response = await next(request);
    const subject = response.headers['x-subject-token'];
    if (subject !== undefined) secrets.add(subject);
    return response;
  };
  return {
    decorator: (next) => recording(learn(next)),
    settled: async () => {
      if (broken !== undefined) throw broken;
    },
  };
}

/** The settings as an environment that comes to the same. */
function loginOf(settings: Settings, applet: string): Readonly<Record<string, string>> {
  const names = environmentNames(applet);
  const login: Record<string, string> = {};
  for (const setting of KEPT) {
    const [name] = names[setting] ?? [];
    const value = settings[setting];
    if (name !== undefined && value !== undefined) login[name] = redactText(String(value), () => []);
  }
  for (const setting of SECRET) {
    const [name] = names[setting] ?? [];
    if (name !== undefined && settings[setting] !== undefined) login[name] = WORD;
  }
  // Wherever it came from: a program, a file, a terminal.
  const isPassword = settings.passwordCommand !== undefined || settings.username !== undefined;
  return isPassword && settings.password === undefined ? { ...login, OS_PASSWORD: WORD } : login;
}

const pretty = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** What would lead elsewhere than into the recording. */
const PLACE = /^(OS|NOVA|NOVACLIENT|KEYSTONE|SERVICE)_/;

/**
 * The same host, with a recording in the place of the network, of settings and of the time.
 * @throws Failure for a folder without a recording, and for a file in it that is none
 */
export function replayed(host: Host, folder: string): Host {
  const exchanges = exchangesIn(folder);
  const file = join(folder, LOGIN);
  const login = existsSync(file) ? record(readJson(file)) : {};
  const around = Object.entries(host.env).filter(([name]) => !PLACE.test(name));
  const within = Object.entries(login).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const at = Date.parse(exchanges[0]?.at ?? '');
  const transport = replay(exchanges, `The recording in ${folder}`);
  return {
    ...host,
    env: Object.fromEntries([...around, ...within]),
    now: () => at,
    connect: async () => Object.assign((request: HttpRequest) => transport(request), { close: async () => undefined }),
    logins: async () => undefined,
    ownSettings: async () => undefined,
    textFiles: async () => () => undefined,
  };
}

/** The same options, but for those that say who and where. */
export function withoutPlace(globals: Globals): Globals {
  return { ...globals, osCloud: '', osPasswordFile: '', osPasswordStdin: false, noCache: true };
}

function exchangesIn(folder: string): readonly Exchange[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => /^\d{4,}\.json$/.test(name));
  } catch (error) {
    throw unusable(folder, error);
  }
  if (names.length === 0) throw new Failure(`There is no recording in ${folder}`, { hint: '--record DIR makes one.' });
  const numbered = [...names].sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
  return numbered.map((name) => {
    const exchange = readExchange(readJson(join(folder, name)));
    if (exchange === undefined) throw new Failure(`${join(folder, name)} is no recorded exchange`);
    return exchange;
  });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw unusable(path, error);
    throw new Failure(`${path} is broken JSON`, { cause: error });
  }
}

const unusable = (path: string, error: unknown): Failure =>
  new Failure(`Cannot use ${path} for a recording: ${systemReason(error, '')}`, { cause: error });
