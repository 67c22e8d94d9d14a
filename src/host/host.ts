import type { Links } from '../command/context.js';
import type { UserConfig } from '../config/user-config.js';
import type { Probe } from '../core/diagnostics.js';
import type { LocalFiles } from '../core/download.js';
import type { SandboxLogin } from '../core/sandbox-login.js';
import type { TransportOptions } from '../http/http-transport.js';
import type { SingleConnection } from '../http/single-connection.js';
import type { Transport } from '../http/transport.js';
import type { TokenStore } from '../session/token-cache.js';
import type { NamedLock } from '../storage/named-lock.js';
import type { RecordingDirectory } from '../storage/recording-directory.js';
import type { Replacement } from '../storage/replace-file.js';
import type { Pager } from './pager.js';
import type { TextFile } from './read-file.js';
import type { ProgramEnd } from './run-program.js';

export type { RecordingDirectory };

/** Where text goes. Await a write that returns a promise: the reader is slower than we are (backpressure). */
export interface Sink {
  /** Is a person looking? Asked late: finding out costs a little. */
  isTTY(): boolean;
  /** How wide the terminal is, if it is one and says so. */
  columns?(): number | undefined;
  /** How many lines the terminal has, likewise. */
  rows?(): number | undefined;
  /** Bytes are written as they are, whatever stands in them. */
  write(text: string | Uint8Array): void | Promise<void>;
}

/** The standard input, and the person who may sit before it. */
export interface Input {
  /** Is it a terminal? */
  isTTY(): boolean;
  /** The first line, without its end. */
  readLine(): Promise<string>;
  /** Asks on the terminal, without echo. Undefined: the answer was Ctrl-D. */
  askPassword(question: string): Promise<string | undefined>;
}

/** A network that requests go over. */
export type Connected = Transport & {
  close(): Promise<void>;
  /** The same network for bodies of any length; left out: they go the same way as all others. */
  streams?(): Promise<Transport>;
};

export interface Network {
  /** Opens a transport; may tickets of TLS sessions be kept between runs? */
  connect(options: TransportOptions & { readonly keepTickets: boolean }): Promise<Connected>;
  /** One connection to the server of a URL (`http/single-connection.ts`). */
  single(url: string, options: TransportOptions): Promise<SingleConnection>;
  /** What lies below HTTP (`probe.ts`). */
  probe(): Promise<Probe>;
}

/** The embedded cloud, served over HTTP. */
export interface Served {
  readonly url: string;
  readonly login: SandboxLogin;
  close(): Promise<void>;
}

/** The embedded cloud. */
export interface Sandbox {
  /** In this process. */
  simulate(): Promise<{ readonly transport: Transport; readonly login: SandboxLogin }>;
  /** Over HTTP on loopback; port 0 takes a free one. */
  serve(port: number, compute: 'v2' | 'v2.1'): Promise<Served>;
}

/** The user's files. */
export interface Files extends LocalFiles {
  /** The current directory; undefined when it is gone. */
  cwd(): string | undefined;
  /** Reads small files; what is not there or not readable is undefined (`read-file.ts`). */
  reader(): Promise<(path: string) => TextFile | undefined>;
  /** Makes a file that is not there yet, whole or not at all; false when there is one (`storage/create-file.ts`). */
  create(path: string, content: string | Uint8Array, mode?: number): Promise<boolean>;
  /** Begins to write what is to stand in the place of a file, or of none (`storage/replace-file.ts`). */
  replace(path: string): Promise<Replacement>;
  /** Appends a line to a file, or tries whether that can be done (`storage/append-line.ts`). */
  appendLine(path: string, line: string): Promise<void>;
  /** The files of `--record` and `--replay` (`storage/recording-directory.ts`). */
  recording(path: string): Promise<RecordingDirectory>;
  /** The links that call us by other names (`links.ts`). */
  links(): Promise<Links>;
}

/** The user configuration, and whether nobody else could have written its file. */
export type StoredUserConfig = UserConfig & Pick<TextFile, 'isTrusted'>;

/** What the program itself keeps between runs. */
export interface Storage {
  /** Kept logins; undefined where there is no place for them. */
  logins(): Promise<TokenStore | undefined>;
  /** Takes the lock of this name, unless another run that lives has it (`storage/named-lock.ts`). */
  lock(name: string): Promise<NamedLock>;
  /** The user configuration, where there is one. */
  userConfig(): Promise<StoredUserConfig | undefined>;
  /** Writes the user configuration; the path of its file. */
  saveUserConfig(values: Readonly<Record<string, string>>): Promise<string>;
}

/** Another program of our name. */
export interface NextProgram {
  readonly file: string;
  /** Runs it in our place, and gives its exit code. */
  run(words: readonly string[]): Promise<number>;
}

/** Everything around the program: tests make one of plain objects, `realHost` makes the one of this process. */
export interface Host {
  /** The name by which we were called, without directories and `.js`: `stackline`, `nova`. */
  readonly program: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Input;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly network: Network;
  readonly sandbox: Sandbox;
  readonly files: Files;
  readonly storage: Storage;
  /** Takes the command line out of the list of processes, which everybody on the machine can read. */
  hideArguments(): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** Does something every so many milliseconds, until what it gives is called; that alone keeps no process alive. */
  every(milliseconds: number, run: () => void): () => void;
  /** Does something if this process ends before what it gives is called, by a signal too. */
  untilEnd(undo: () => void): () => void;
  /** Starts the pager that `PAGER` names, or `less` (`pager.ts`). */
  openPager(command: string | undefined): Promise<Pager>;
  /** Runs another program, without a shell, and gives what it prints (`run-program.ts`). */
  runProgram(words: readonly string[]): Promise<ProgramEnd>;
  /** Runs another program on our terminal until it ends, and gives its exit code (`lend-terminal.ts`). */
  lendTerminal(words: readonly string[]): Promise<number>;
  /** The next program in PATH of the name of a classic one by which we were called (`next-program.ts`). */
  nextProgram(name: string): Promise<NextProgram | undefined>;
  /** Ends this process some seconds after so many milliseconds, whatever it does then (`watchdog.ts`). */
  watch(limit: number): Promise<void>;
}
