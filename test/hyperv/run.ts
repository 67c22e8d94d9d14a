/** Runs `stackline hyperv …` in this process against real servers. */

import { readUserConfig } from '../../src/config/user-config.js';
import type { Host } from '../../src/host/host.js';
import { singleConnection } from '../../src/http/single-connection.js';
import { main } from '../../src/main.js';
import { fakeHost as emptyHost } from '../support/fake-host.js';
import { certificates } from './certificates.js';
import { PASSWORD, USER } from './fake-host.js';

export interface HypervRun {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What a person answers on the terminal; without it there is none. */
  readonly answer?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** The text of the user configuration. */
  readonly config?: string;
  readonly askPassword?: (question: string) => Promise<string>;
  readonly programs?: (words: readonly string[]) => string;
  readonly single?: Host['network']['single'];
  readonly sleep?: Host['sleep'];
  readonly untilEnd?: Host['untilEnd'];
  readonly appendLine?: Host['files']['appendLine'];
  readonly isTTY?: boolean;
  readonly every?: Host['every'];
  readonly now?: Host['now'];
}

export const login = {
  HYPERV_USERNAME: USER,
  HYPERV_PASSWORD: PASSWORD,
  HYPERV_AUTH: 'basic',
  get HYPERV_CACERT(): string {
    return certificates().ca;
  },
};

export async function hyperv(words: string | readonly string[], run: HypervRun = {}) {
  const argv = typeof words === 'string' ? words.split(' ').filter((word) => word !== '') : words;
  let hidden = false;
  const { host, stdout, stderr } = emptyHost({
    hideArguments: () => {
      hidden = true;
    },
    argv: ['hyperv', ...argv],
    env: { ...login, ...run.env },
    isTTY: () => run.isTTY ?? run.answer !== undefined,
    ...(run.sleep === undefined ? {} : { sleep: run.sleep }),
    ...(run.untilEnd === undefined ? {} : { untilEnd: run.untilEnd }),
    ...(run.every === undefined ? {} : { every: run.every }),
    ...(run.now === undefined ? {} : { now: run.now }),
    stdin: {
      isTTY: () => run.answer !== undefined || run.askPassword !== undefined,
      readLine: async () => run.answer ?? '',
      askPassword: run.askPassword ?? (async () => ''),
    },
    network: { single: run.single ?? (async (url, options) => singleConnection(url, options)) },
    files: {
      ...(run.appendLine === undefined ? {} : { appendLine: run.appendLine }),
      reader: async () => (path) => {
        const text = run.files?.[path];
        return text === undefined ? undefined : { text, isTrusted: true };
      },
    },
    storage: {
      userConfig: async () =>
        run.config === undefined
          ? undefined
          : { ...readUserConfig(run.config, '/home/x/config.json'), isTrusted: true },
    },
    runProgram: async (line) => ({ stdout: run.programs?.(line) ?? '', code: 0, reason: undefined }),
  });
  const code = await main(host);
  return { code, stdout: stdout(), stderr: stderr(), hidden };
}
