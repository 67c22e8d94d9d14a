import type { Links } from '../command/context.js';
import type { UserConfig } from '../config/user-config.js';
import type { Probe } from '../core/diagnostics.js';
import type { TransportOptions } from '../http/http-transport.js';
import type { Transport } from '../http/transport.js';
import type { TokenStore } from '../session/token-cache.js';
import type { Lock } from '../storage/lock.js';
import type { RecordingDirectory } from '../storage/recording-directory.js';
import type { TextFile } from './read-file.js';
import type { ProgramEnd } from './run-program.js';

export type { RecordingDirectory };

/** Where text goes. A write that returns a promise wants to be waited for: the reader is slower than we are. */
export interface Sink {
  /** Is a person looking? Asked late: finding out costs a little. */
  isTTY(): boolean;
  write(text: string): void | Promise<void>;
}

/** The user configuration, and whether nobody else could have written its file. */
export type StoredUserConfig = UserConfig & Pick<TextFile, 'isTrusted'>;

/** The embedded cloud, served over HTTP. */
export interface Served {
  readonly url: string;
  readonly login: SandboxLogin;
  close(): Promise<void>;
}

/** What to put into openrc for the embedded cloud. */
export interface SandboxLogin {
  readonly authUrl: string;
  readonly username: string;
  readonly password: string;
  readonly tenantName: string;
  readonly region: string;
}

/** Everything around the program: tests make one of plain objects, `realHost` makes the one of this process. */
export interface Host {
  /** The name by which we were called, without directories and `.js`: `stackline`, `nova`. */
  readonly program: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: { isTTY(): boolean };
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Milliseconds since 1970. */
  now(): number;
  /** The network; may tickets of TLS sessions be kept between runs? */
  connect(
    options: TransportOptions & { readonly keepTickets: boolean },
  ): Promise<Transport & { close(): Promise<void> }>;
  /** Where logins are kept between runs; undefined where there is no such place. */
  logins(): Promise<TokenStore | undefined>;
  /** The embedded cloud, in this process. */
  simulate(): Promise<{ readonly transport: Transport; readonly login: SandboxLogin }>;
  /** The embedded cloud, over HTTP on loopback; port 0 takes a free one. */
  serve(port: number, compute: 'v2' | 'v2.1'): Promise<Served>;
  /** Asks on the terminal, without echo. Undefined: the answer was Ctrl-D. */
  askPassword(question: string): Promise<string | undefined>;
  /** Makes a file that is not there yet, whole or not at all; false when there is one (`storage/create-file.ts`). */
  createFile(path: string, content: string | Uint8Array, mode?: number): Promise<boolean>;
  /** The files of `--record` and `--replay` (`storage/recording-directory.ts`). */
  recordingDirectory(path: string): Promise<RecordingDirectory>;
  /** Takes the lock of this name, unless another run that lives has it (`storage/lock.ts`). */
  lock(name: string): Promise<Lock>;
  /** The current directory; undefined when it is gone. */
  cwd(): string | undefined;
  /** Reads small files; what is not there or not readable is undefined (`read-file.ts`). */
  textFiles(): Promise<(path: string) => TextFile | undefined>;
  /** The first line of the standard input, without its end. */
  readLine(): Promise<string>;
  /** Runs another program, without a shell, and gives what it prints (`run-program.ts`). */
  runProgram(words: readonly string[]): Promise<ProgramEnd>;
  /** The user configuration, where there is one. */
  userConfig(): Promise<StoredUserConfig | undefined>;
  /** Writes the user configuration; the path of its file. */
  saveUserConfig(values: Readonly<Record<string, string>>): Promise<string>;
  /** The network below HTTP (`probe.ts`). */
  probe(): Promise<Probe>;
  /** The links that call us by other names (`links.ts`). */
  links(): Promise<Links>;
}
