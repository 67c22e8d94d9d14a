import type { LoginWords } from '../classic/client.js';
import { needsPassword } from '../config/missing.js';
import { Failure } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import type { Host } from '../host/host.js';

/** A password is what a program prints, where there is one; else it is asked for on a terminal, once. */
export function passwordPrompt(
  host: Pick<Host, 'stdin' | 'runProgram'>,
  words: LoginWords,
): (settings: Settings) => Promise<Settings> {
  let asked: Promise<string | undefined> | undefined;
  return async (settings) => {
    if (!needsPassword(settings)) return settings;
    const { passwordCommand } = settings;
    asked ??= passwordCommand === undefined ? askPassword(host, words) : passwordFromCommand(host, passwordCommand);
    const password = await asked;
    if (password === undefined || password === '') throw new Failure(words.password);
    return { ...settings, password };
  };
}

async function askPassword({ stdin }: Pick<Host, 'stdin'>, words: LoginWords): Promise<string | undefined> {
  if (words.passwordPrompt === undefined || !stdin.isTTY()) return undefined;
  return stdin.askPassword(words.passwordPrompt);
}

/** Asks for the one-time passcode (TOTP) on a terminal; undefined where nobody is there to ask. */
export function passcodePrompt({ stdin }: Pick<Host, 'stdin'>): () => Promise<string | undefined> {
  return async () => (stdin.isTTY() ? stdin.askPassword('OS Passcode: ') : undefined);
}

/** What the program prints is a secret: no error shows any of it. */
async function passwordFromCommand(host: Pick<Host, 'runProgram'>, words: readonly string[]): Promise<string> {
  const { stdout, code, reason } = await host.runProgram(words);
  const [line = ''] = stdout.split(/\r?\n/);
  if (code === 0 && line !== '') return line;
  const why = reason ?? (code === 0 ? 'it printed nothing' : `it ended with code ${code}`);
  throw new Failure(`The program of password_command gave no password: ${words[0]}: ${why}.`, {
    hint: 'It is run without a shell and has to print the password in its first line.',
  });
}
