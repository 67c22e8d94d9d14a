import assert from 'node:assert/strict';
import nova from '../../src/classic/nova.js';
import { parse } from '../../src/cli/parse.js';
import type { Command } from '../../src/command/command.js';
import { Failure } from '../../src/core/errors.js';
import { httpFailure } from '../../src/http/api-errors.js';
import { asRecord, asRecords, asText } from '../../src/lib/read.js';
import { type FormatName, render } from '../../src/output/index.js';
import type { Call, Query, Session } from '../../src/session/session.js';

/** `GET compute /servers?name=twin` → the body, or the failure. What is not there is a 404. */
export type Answers = Readonly<Record<string, unknown>>;

export interface Script {
  readonly answers: Answers;
  /** Undefined: a cloud without microversions. */
  readonly microversion?: string;
  readonly roles?: readonly string[];
}

export interface Screen {
  readonly lines: readonly string[];
  /** In the order of asking. */
  readonly requests: readonly string[];
  readonly error?: Failure;
}

/** A session that answers from a script, and what was asked of it. */
export function scriptedSession(script: Script): { readonly session: Session; readonly requests: readonly string[] } {
  const requests: string[] = [];
  const ask = async (target: string): Promise<unknown> => {
    requests.push(target);
    const answer = script.answers[target];
    if (answer instanceof Error) throw answer;
    if (answer !== undefined) return structuredClone(answer);
    throw refusal(404, 'It could not be found.');
  };
  const session: Session = {
    accessInfo: async () => ({
      version: 'v3',
      authUrl: 'http://cloud.example.com:5000/v3',
      token: 'not-a-token',
      expires: Number.MAX_SAFE_INTEGER,
      catalog: [],
      user: { id: 'u1', name: 'admin' },
      roles: script.roles ?? ['admin'],
    }),
    settings: { interface: 'public', insecure: false, authUrl: 'http://cloud.example.com:5000/v3' },
    password: async () => 'not-a-password',
    tokenFor: async () => 'not-a-token',
    document: ask,
    endpoint: async (service) => `http://cloud.example.com/${service}`,
    json: (call) => ask(targetOf(call)),
    raw: async function* (call) {
      const body = JSON.stringify(await ask(targetOf(call)));
      yield { method: 'GET', url: targetOf(call), status: 200, body };
    },
    bytes: async (call) =>
      ask(targetOf(call)).then(() => ({ status: 200, headers: {}, bytes: (async function* () {})() })),
    head: async () => ({}),
    identityVersion: async () => 'v3',
    keptLogins: async () => [],
    logout: async function* () {},
    microversion: async () => script.microversion,
    pages: async function* (call, key) {
      for (let target: string | undefined = targetOf(call); target !== undefined; ) {
        const answer = asRecord(await ask(target));
        yield (answer[key] ?? []) as readonly unknown[];
        const next = asRecords(answer[`${key}_links`]).find(({ rel }) => rel === 'next');
        target = next === undefined ? undefined : asText(next.href);
      }
    },
  };
  return { session, requests };
}

/** Runs one of nova's commands as typed, without the applet's name: `run(list, '--all-tenants', script)`. */
export async function run(
  command: Command,
  words: string,
  script: Script,
  format: FormatName = 'table',
): Promise<Screen> {
  const { session, requests } = scriptedSession(script);
  let out = '';
  try {
    const shape = { options: command.options, arguments: command.arguments, globals: {} };
    const { options, args } = parse(shape, words.split(' ').filter(Boolean), {});
    const context = { session, options, args, warn: () => undefined, verbosity: 'usual', now: () => 0, program: {} };
    const view = await command.view(context as never);
    assert.ok(view.kind !== 'tour' && view.kind !== 'bytes');
    const choice = { style: nova.tables, format, columns: [], sortColumns: [], tty: false };
    await render(view, choice, (chunk) => {
      out += chunk;
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { lines: linesOf(out), requests, error };
  }
  return { lines: linesOf(out), requests };
}

/** A refusal of the compute service as nova's session gives it. */
export function refusal(status: number, message: string): Failure {
  const request = { method: 'GET', url: 'http://cloud.example.com/', headers: {} } as const;
  return httpFailure(request, { status, headers: {} }, JSON.stringify({ error: { message } }), nova.apiErrors.compute);
}

function linesOf(out: string): readonly string[] {
  return out.split('\n').slice(0, -1);
}

function targetOf(call: Call): string {
  const query = pairs(call.query ?? {}).join('&');
  const version = call.version === undefined ? '' : `/${call.version}`;
  return `${call.method ?? 'GET'} ${call.service} ${version}${call.path}${query === '' ? '' : `?${query}`}`;
}

function pairs(query: Query): readonly string[] {
  return Object.keys(query)
    .sort()
    .flatMap((name) => {
      const value = query[name];
      const values = Array.isArray(value) ? value : [value];
      return values.filter((one) => one !== undefined && one !== '').map((one) => `${name}=${one}`);
    });
}
