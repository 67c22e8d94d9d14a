import type { ApiErrorWords } from '../core/api-error-words.js';
import { Failure } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import { HttpFailure, httpFailure } from '../http/api-errors.js';
import { RedirectFailure } from '../http/redirects.js';
import { asArray, asRecord, asText } from '../lib/read.js';
import { plain, withVersion } from './address.js';
import { describeLogin } from './credentials.js';
import type { Offer } from './discovery.js';
import { findIdentity, noIdentity } from './find-identity.js';
import { accessInfoV2, bodyV2 } from './login-v2.js';
import { accessInfoV3, bodyV3 } from './login-v3.js';
import { type Answer, isSuccess, jsonIfAny, jsonOf, type Sender, send } from './send.js';
import type { AccessInfo } from './session.js';

export interface LoginOptions extends Sender {
  readonly settings: Settings;
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits so many milliseconds, for the login of another process; by the system's clock if left out. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** One line for those who asked for details. */
  readonly note: (line: string) => void;
  /** Asked before a login: a password that is missing may be typed in. A kept login needs none. */
  readonly complete?: (settings: Settings) => Promise<Settings>;
  /** Asked when the service wants more than a password; undefined: nobody is there. */
  readonly passcode?: () => Promise<string | undefined>;
  /** How the client words a refusal of a login of swift's own; keystoneauth's words if left out. */
  readonly v1Refusals?: ApiErrorWords;
  /** Where an earlier login of these settings went: spares the discovery. */
  readonly known?: Offer;
}

/**
 * Logs in: over the version that the URL names, else over the one that discovery and keystoneauth's rules choose.
 * A v2.0 that the cloud no longer has gives way to the v3 beside it.
 *
 * @throws HttpFailure when the login is refused, Failure for what is no identity service
 */
export async function login(options: LoginOptions): Promise<AccessInfo> {
  try {
    return await logIn(options);
  } catch (error) {
    const { authUrl } = options.settings;
    if (!(error instanceof RedirectFailure) || authUrl === undefined) throw error;
    const secure = secured(authUrl, error);
    if (secure === undefined) throw error;
    const why = 'what was sent to it could be read on the way';
    options.note(`${plain(authUrl)} redirects to ${secure}, which is used: name that in OS_AUTH_URL, as ${why}.`);
    const { known: _known, ...rest } = options;
    return logIn({ ...rest, settings: { ...options.settings, authUrl: secure } });
  }
}

/** The same place over TLS, where that is what a redirect leads to; no other redirect of a login is followed. */
function secured(authUrl: string, { from, to }: RedirectFailure): string | undefined {
  if (from.protocol !== 'http:' || to.protocol !== 'https:' || from.hostname !== to.hostname) return undefined;
  const secure = new URL(authUrl);
  secure.protocol = 'https:';
  secure.port = to.port;
  return secure.href;
}

async function logIn(options: LoginOptions): Promise<AccessInfo> {
  const { settings, known } = options;
  const { authUrl, authType } = settings;
  if (authUrl === undefined) {
    throw new Failure('You must provide an auth url via either --os-auth-url or env[OS_AUTH_URL].');
  }
  if (authType === 'v1password') return (await import('./login-v1.js')).loginV1(options);
  if (known !== undefined) {
    const accessInfo = await loginAt(options, known);
    if (!isGone(accessInfo)) return accessInfo;
  }
  const offer = await findIdentity(options, authUrl);
  const first = await loginAt(options, offer);
  if (!isGone(first)) return first;
  if (offer.version === 'v3') throw noIdentity(first);
  const beside = withVersion(offer.url, 'v3');
  options.note(`${offer.url} answers HTTP ${first.status}: no Identity v2.0 there, so ${beside} is used instead.`);
  const second = await loginAt(options, { version: 'v3', url: beside });
  if (isGone(second)) throw noIdentity(first);
  return second;
}

/** The answer of a place where there is no such Identity version: told from a login that was refused. */
function isGone(result: AccessInfo | Answer): result is Answer {
  return 'status' in result;
}

async function loginAt(options: LoginOptions, offer: Offer): Promise<AccessInfo | Answer> {
  const { settings } = options;
  const isV3 = offer.version === 'v3';
  const first = await post(options, offer, isV3 ? bodyV3(settings) : bodyV2(settings));
  const receipt = isV3 && first.status === 401 ? first.headers['openstack-auth-receipt'] : undefined;
  options.secrets.add(receipt);
  const answer = receipt === undefined ? first : await proveMore(options, offer, first, receipt);
  if ([300, 404, 405, 410].includes(answer.status) && !isThingMissing(answer)) return answer;
  // A web server that answers anything with its start page.
  if (isSuccess(answer) && /^\s*</.test(answer.text)) return answer;
  if (answer.status === 401 || answer.status === 404) throw refused(answer, settings, offer);
  const document = jsonOf(answer);
  const at = { authUrl: offer.url, headers: answer.headers, now: options.now() };
  return isV3 ? accessInfoV3(document, at) : accessInfoV2(document, at);
}

/**
 * Keystone's 404 for a token or an application credential that it does not know; for a path that it does not know it
 * has a page, or `(URL): The resource could not be found.`
 */
function isThingMissing(answer: Answer): boolean {
  const message = asText(asRecord(asRecord(jsonIfAny(answer)).error).message);
  return answer.status === 404 && message !== '' && !message.includes('The resource could not be found');
}

function post(options: LoginOptions, { version, url }: Offer, body: unknown, receipt?: string): Promise<Answer> {
  const headers = { accept: 'application/json', 'content-type': 'application/json', 'user-agent': options.userAgent };
  return send(options, {
    method: 'POST',
    url: version === 'v3' ? `${url}/auth/tokens` : `${url}/tokens`,
    headers: receipt === undefined ? headers : { ...headers, 'openstack-auth-receipt': receipt },
    body: JSON.stringify(body),
    safe: true,
  });
}

/**
 * The password was right and is not enough: the service gave a receipt for it and says what else it wants (keystone
 * `api-ref/source/v3/authenticate-v3.inc`, multi-factor authentication).
 */
async function proveMore(options: LoginOptions, offer: Offer, first: Answer, receipt: string): Promise<Answer> {
  const { receipt: proved, required_auth_methods: rules } = asRecord(jsonIfAny(first));
  const done = asArray(asRecord(proved).methods).map(asText);
  const missing = asArray(rules).map((rule) =>
    asArray(rule)
      .map(asText)
      .filter((method) => !done.includes(method)),
  );
  const wanted = missing.find((methods) => methods.length === 1 && methods[0] === 'totp');
  if (wanted === undefined) {
    const names = missing.map((methods) => methods.join(' and ')).join(', or ');
    throw new Failure(
      `The login needs more than ${done.join(' and ') || 'a password'}: ${names || 'it does not say what'}.`,
      {
        name: 'MissingAuthMethods',
        hint: 'A passcode (totp) is the only second proof that is known here.',
      },
    );
  }
  const passcode = options.settings.passcode ?? (await options.passcode?.());
  if (passcode === undefined || passcode === '') {
    throw new Failure('The login needs a passcode beside the password, via --os-passcode or env[OS_PASSCODE].', {
      name: 'MissingAuthMethods',
      hint: 'The password is right; the passcode is the number that your device shows.',
    });
  }
  options.secrets.add(passcode);
  options.note(`${offer.url} wants a passcode beside the password.`);
  return post(options, offer, bodyV3({ ...options.settings, passcode }, ['totp']), receipt);
}

/** Keystone has one text for all reasons of a refusal but one, so the hint lists them. */
function refused(answer: Answer, settings: Settings, offer: Offer): Failure {
  const { message, name, status, method, url, requestId, serverMessage } = httpFailure(
    answer.request,
    answer,
    answer.text,
  );
  const reasons =
    ' A wrong password or token, an unknown or disabled user or project, another domain, or no role in the project: ' +
    'the service does not say which.';
  const hint = `Refused at ${offer.url}: ${describeLogin(settings)}.${status === 401 ? reasons : ''}`;
  return new HttpFailure(message, { name, status, method, url, requestId, serverMessage, hint });
}
