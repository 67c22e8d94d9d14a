import { readUserConfig } from '../../src/config/user-config.js';
import type { Probe } from '../../src/core/diagnostics.js';
import type { Host } from '../../src/host/host.js';
import type { ProgramEnd } from '../../src/host/run-program.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { main } from '../../src/main.js';
import { type SimOptions, sandboxLogin, simulate } from '../../src/sandbox/index.js';
import type { TokenStore } from '../../src/session/token-cache.js';
import { recordingDirectory } from '../../src/storage/recording-directory.js';
import { fakeHost } from './fake-host.js';

export interface Screen {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
  /** `GET http://cloud.example.com:8774/v2/…`, in the order of sending. */
  readonly requests: readonly string[];
}

export interface Setting {
  /** The name of the link that called us. */
  readonly program?: string;
  /** Instead of the embedded cloud's openrc; an undefined value takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly tty?: boolean;
  /** How wide the terminal is. */
  readonly columns?: number;
  readonly sim?: SimOptions;
  /** Stands in for the network. */
  readonly transport?: Transport;
  readonly now?: () => number;
  /** Where tokens are kept; nowhere if left out. */
  readonly logins?: TokenStore;
  /** The files that there are, and those that the command makes; none and nowhere if left out. */
  readonly files?: Map<string, string>;
  readonly lock?: Host['storage']['lock'];
  /** Our own settings, as the text of their file. */
  readonly config?: string;
  /** What `config set` writes goes here. */
  readonly kept?: Record<string, string>;
  readonly probe?: Probe;
  /** What the standard input says. */
  readonly input?: string;
  /** Instead of that, where something is to happen before a line of it is read. */
  readonly readLine?: () => Promise<string>;
  /** What programs print. */
  readonly programs?: (words: readonly string[]) => ProgramEnd;
  /** Told of what is appended to files. */
  readonly appendLine?: Host['files']['appendLine'];
  /** The next program in PATH of the name by which we were called. */
  readonly nextProgram?: Host['nextProgram'];
  /** How many lines the terminal has. */
  readonly rows?: number;
  /** Instead of waiting. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly openPager?: Host['openPager'];
  readonly askPassword?: (question: string) => Promise<string | undefined>;
  /** Told when the command line is taken out of the list of processes. */
  readonly hideArguments?: () => void;
}

/** The admin's openrc of the embedded cloud, as `stackline sandbox` prints it, without a token cache. */
export const openrc: Readonly<Record<string, string>> = {
  OS_AUTH_URL: sandboxLogin.authUrl,
  OS_USERNAME: sandboxLogin.username,
  OS_PASSWORD: sandboxLogin.password,
  OS_TENANT_NAME: sandboxLogin.tenantName,
  OS_REGION_NAME: sandboxLogin.region,
};

/** A network on which everything answers. */
export const calmNetwork: Probe = {
  lookUp: async () => ['192.0.2.1'],
  reach: async () => 1,
  trusted: async () => "/etc/ssl/certs/ca-certificates.crt (the system's)",
  handshake: async () => ({ protocol: 'TLSv1.3', until: Date.UTC(2013, 5, 1), issuer: 'Example CA' }),
  proxy: async () => undefined,
};

/** Where our own settings lie. */
export const OWN_FILE = '/home/somebody/.config/stackline/config.json';

/** Runs one command line in this process against the embedded cloud, as a shell would: words split at blanks. */
export async function stackline(line: string | readonly string[], setting: Setting = {}): Promise<Screen> {
  const requests: string[] = [];
  // Many lines are refused before anything is asked.
  let cloud = setting.transport;
  const counting = async (request: HttpRequest) => {
    requests.push(`${request.method} ${request.url}`);
    cloud ??= simulate(setting.sim);
    return cloud(request);
  };
  const isTTY = (): boolean => setting.tty ?? false;
  const { host, stdout, stderr } = fakeHost({
    program: setting.program ?? 'stackline',
    argv: typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line,
    env: { ...openrc, ...setting.env },
    isTTY,
    ...(setting.rows === undefined ? {} : { rows: setting.rows }),
    ...(setting.sleep === undefined ? {} : { sleep: setting.sleep }),
    ...(setting.nextProgram === undefined ? {} : { nextProgram: setting.nextProgram }),
    ...(setting.openPager === undefined ? {} : { openPager: setting.openPager }),
    columns: setting.columns,
    hideArguments: setting.hideArguments ?? (() => undefined),
    now: setting.now ?? Date.now,
    stdin: {
      readLine: setting.readLine ?? (async () => /^[^\n]*/.exec(setting.input ?? '')?.[0] ?? ''),
      ...(setting.askPassword === undefined ? {} : { askPassword: setting.askPassword }),
    },
    network: {
      connect: async () => Object.assign(counting, { close: async () => undefined }),
      probe: async () => setting.probe ?? calmNetwork,
    },
    sandbox: { simulate: async () => ({ transport: counting, login: sandboxLogin }) },
    files: {
      ...(setting.appendLine === undefined ? {} : { appendLine: setting.appendLine }),
      recording: async (path) => recordingDirectory(path),
      replace: async (path) => {
        let draft = '';
        return {
          write: (content) => {
            draft += Buffer.from(content as Uint8Array).toString('utf8');
          },
          commit: () => void setting.files?.set(path, draft),
          discard: () => undefined,
        };
      },
      create: async (path, content) => {
        if (setting.files?.has(path)) return false;
        setting.files?.set(path, String(content));
        return true;
      },
      reader: async () => (path) => {
        const text = setting.files?.get(path);
        return text === undefined ? undefined : { text, isTrusted: !path.startsWith('/tmp/') };
      },
    },
    storage: {
      logins: async () => setting.logins,
      userConfig: async () =>
        setting.config === undefined ? undefined : { ...readUserConfig(setting.config, OWN_FILE), isTrusted: true },
      saveUserConfig: async (values) => {
        for (const key of Object.keys(setting.kept ?? {})) delete setting.kept?.[key];
        Object.assign(setting.kept ?? {}, values);
        return OWN_FILE;
      },
      ...(setting.lock === undefined ? {} : { lock: setting.lock }),
    },
    runProgram: async (words) =>
      setting.programs?.(words) ?? { stdout: '', code: undefined, reason: 'not in this test' },
  });
  const code = await main(host);
  return { stdout: stdout(), stderr: stderr(), code, requests };
}
