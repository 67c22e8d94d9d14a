import type { SettingEntry, SettingsReport } from '../core/config-access.js';
import type { Diagnostics, Mistake } from '../core/diagnostics.js';
import type { AccessInfo, Session } from '../session/session.js';
import { attempt, type Check, failed, hintOf, within } from './check.js';
import { certificateChecks, networkChecks, serverChecks } from './network.js';

interface CheckupContext {
  readonly session: Session;
  readonly settings: SettingsReport;
  readonly diagnostics: Diagnostics;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Checks everything that a command needs, from the settings to the last endpoint, each step within a time limit. A step
 * that makes no sense after a failure is skipped.
 */
export async function* checkup(context: CheckupContext): AsyncGenerator<Check> {
  const { session, diagnostics, now } = context;
  const { entries, problem } = context.settings;
  for (const entry of entries) yield settingLine(entry);
  for (const mistake of await diagnostics.mistakes()) yield mistakeLine(mistake);
  if (problem !== undefined) {
    yield { check: 'settings', result: 'failed', says: problem.message, ...hintOf(problem.hint) };
    return;
  }
  yield { check: 'settings', result: 'ok', says: 'nothing is missing' };
  const setting = (wanted: string): string | undefined => entries.find(({ name }) => name === wanted)?.value;
  const authUrl = setting('auth-url');
  if (authUrl !== undefined && URL.canParse(authUrl)) {
    let isReachable = true;
    for await (const line of networkChecks(diagnostics, authUrl)) {
      isReachable &&= line.result !== 'failed';
      yield line;
    }
    if (!isReachable) {
      yield { check: 'login', result: 'skipped', says: 'the identity service cannot be reached' };
      return;
    }
    yield* certificateChecks(diagnostics, authUrl, session.settings, now());
    yield* serverChecks(diagnostics, authUrl, now);
  }
  const accessInfo = await attempt(() => session.accessInfo());
  if (accessInfo instanceof Error) {
    yield failed('login', accessInfo);
    return;
  }
  yield* loginLines(accessInfo, now());
  yield* endpointChecks(accessInfo, session, diagnostics);
}

function settingLine({ name, value, from }: SettingEntry): Check {
  return { check: name, result: 'ok', says: `${value} (${from})` };
}

function mistakeLine({ name, says, hint, fatal }: Mistake): Check {
  return { check: name, result: fatal ? 'failed' : 'warning', says, hint };
}

function* loginLines(accessInfo: AccessInfo, now: number): Generator<Check> {
  const scope = accessInfo.project?.name ?? accessInfo.domain?.name ?? accessInfo.domain?.id;
  const minutes = Math.round((accessInfo.expires - now) / 60_000);
  const who = `${accessInfo.user.name || accessInfo.user.id}${scope === undefined ? '' : ` in ${scope}`}`;
  yield { check: 'login', result: 'ok', says: `${who} over Identity ${accessInfo.version}, for ${minutes} minutes` };
  yield accessInfo.roles.length > 0
    ? { check: 'roles', result: 'ok', says: accessInfo.roles.join(', ') }
    : {
        check: 'roles',
        result: 'warning',
        says: 'the login has no roles',
        hint: 'It has no project, domain or system that it is for: set OS_PROJECT_NAME.',
      };
}

/** What the catalogue has for this region and interface, and whether anybody answers there. */
async function* endpointChecks(
  accessInfo: AccessInfo,
  session: Session,
  diagnostics: Diagnostics,
): AsyncGenerator<Check> {
  const { region, interface: side } = session.settings;
  if (accessInfo.catalog.length === 0) {
    const hint = 'A login without a project has none.';
    yield { check: 'catalog', result: 'failed', says: 'it is empty', hint };
    return;
  }
  const regions = [...new Set(accessInfo.catalog.flatMap((endpoint) => endpoint.region ?? []))];
  const here = accessInfo.catalog.filter(
    (one) => region === undefined || one.region === undefined || one.region === region,
  );
  if (here.length === 0) {
    const hint = `It has ${regions.join(', ')}; upper and lower case count.`;
    yield { check: 'catalog', result: 'failed', says: `it has no region ${region}`, hint };
    return;
  }
  const types = new Set(here.map(({ type }) => type));
  yield {
    check: 'catalog',
    result: 'ok',
    says: `${types.size} services, regions: ${regions.join(', ') || 'none named'}`,
  };
  const ends = here.filter((endpoint) => endpoint.interface === side);
  for (const type of types) {
    if (ends.some((endpoint) => endpoint.type === type)) continue;
    yield {
      check: `endpoint ${type}`,
      result: 'warning',
      says: `the catalog has no ${side} URL`,
      hint: 'See --os-interface.',
    };
  }
  const answers = ends.map(async (endpoint): Promise<Check> => {
    const check = `endpoint ${endpoint.type}`;
    // Without the project's part anybody may ask; the service's own root answers with its versions.
    const url = URL.canParse(endpoint.url) ? `${new URL(endpoint.url).origin}/` : endpoint.url;
    const answer = await attempt(() => within(diagnostics.get(url)));
    if (answer instanceof Error) return { ...failed(check, answer), says: `${endpoint.url}: ${answer.message}` };
    // 501: it is there, and has nothing to say at its root.
    const isDown = answer.status >= 500 && answer.status !== 501;
    return isDown
      ? {
          check,
          result: 'failed',
          says: `${endpoint.url}: HTTP ${answer.status}`,
          hint: 'The service has trouble of its own.',
        }
      : { check, result: 'ok', says: endpoint.url };
  });
  for (const answer of answers) yield await answer;
}
