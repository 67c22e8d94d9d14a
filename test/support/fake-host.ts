import type { Host } from '../../src/host/host.js';

const notHere = (): Promise<never> => Promise.reject(new Error('not in this test'));

/**
 * A host on which nothing is there: no terminal, no files, no kept logins. What a test does not give is refused, or
 * empty where every run asks for it.
 * @param given what the test is about; isTTY is for all three streams
 */
export function fakeHost({ isTTY = () => false, ...given }: Partial<Host> & { readonly isTTY?: () => boolean }): {
  readonly host: Host;
  stdout(): string;
  stderr(): string;
} {
  const out: string[] = [];
  const err: string[] = [];
  const host: Host = {
    program: 'stackline',
    argv: [],
    env: {},
    stdin: { isTTY },
    stdout: { isTTY, write: (text) => void out.push(text) },
    stderr: { isTTY, write: (text) => void err.push(text) },
    now: Date.now,
    cwd: () => '/here',
    logins: async () => undefined,
    textFiles: async () => () => undefined,
    userConfig: async () => undefined,
    connect: notHere,
    simulate: notHere,
    serve: notHere,
    lock: notHere,
    links: notHere,
    createFile: notHere,
    recordingDirectory: notHere,
    readLine: notHere,
    runProgram: notHere,
    saveUserConfig: notHere,
    probe: notHere,
    askPassword: notHere,
    ...given,
  };
  return { host, stdout: () => out.join(''), stderr: () => err.join('') };
}
