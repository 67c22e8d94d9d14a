import { Failure } from '../core/errors.js';
import { plain, splitVersion, withVersion } from './address.js';
import { forcedVersion, needsV3, wantsV3 } from './credentials.js';
import { chooseVersion, type Offer, readVersions, serviceOf } from './discovery.js';
import type { LoginOptions } from './identity.js';
import { type Answer, jsonIfAny, send } from './send.js';

/**
 * Where a login goes: to the version that the URL names, else to the one that discovery and keystoneauth's rules choose.
 *
 * @throws Failure for what is no identity service, or has no version that the settings can be used with
 */
export async function findIdentity(options: LoginOptions, authUrl: string): Promise<Offer> {
  const { settings, note } = options;
  const forced = forcedVersion(settings);
  const { version, before } = splitVersion(authUrl);
  // Where another service usually listens, it is asked first who is there.
  if (version !== undefined && new URL(authUrl).port in OTHER_PORTS) return discover(options, before, forced);
  if (version?.startsWith('v3')) return { version: 'v3', url: withVersion(authUrl, version) };
  if (version === 'v2.0') {
    if (forced !== 'v3' && !needsV3(settings)) return { version, url: withVersion(authUrl, version) };
    const url = withVersion(authUrl, 'v3');
    const why = forced === 'v3' ? 'version 3 was asked for' : 'Identity v2.0 knows no domains';
    note(`${plain(authUrl)} is not used: ${why}, so ${url} is.`);
    return { version: 'v3', url };
  }
  return discover(options, authUrl, forced);
}

async function discover(options: LoginOptions, authUrl: string, forced: Offer['version'] | undefined): Promise<Offer> {
  const { settings, note } = options;
  const answer = await send(options, {
    method: 'GET',
    url: authUrl,
    headers: { accept: 'application/json', 'user-agent': options.userAgent },
  });
  const document = jsonIfAny(answer);
  const service = serviceOf(document);
  const offers = readVersions(document, authUrl);
  if (offers.length > 0 && service !== 'identity') throw otherService(authUrl, service);
  const defaultDomain = settings.defaultDomainId !== undefined || settings.defaultDomainName !== undefined;
  const wants = { domain: wantsV3(settings), defaultDomain, ...(forced === undefined ? {} : { forced }) };
  const chosen =
    chooseVersion(offers, wants) ??
    // A version that is not offered may be a left-over in the environment.
    chooseVersion(offers, { domain: wants.domain, defaultDomain }) ??
    (needsV3(settings) ? undefined : chooseVersion(offers, { domain: false, defaultDomain }));
  if (chosen !== undefined) {
    note(`${plain(authUrl)} offers Identity ${offers.map((offer) => offer.version).join(', ')}; using ${chosen.url}.`);
    return chosen;
  }
  if (offers.some((offer) => offer.version === 'v2.0')) {
    throw new Failure('Cannot use v2 authentication with domain scope', {
      name: 'DiscoveryFailure',
      hint: `${plain(authUrl)} offers Identity v2.0 only; unset the OS_*_DOMAIN_* variables to use it.`,
    });
  }
  throw noIdentity(answer);
}

/** Ports at which other services listen unless somebody has moved them. */
const OTHER_PORTS: Readonly<Record<string, string>> = {
  '8774': 'compute',
  '8776': 'volume',
  '9292': 'image',
  '9696': 'network',
  '8778': 'placement',
  '8004': 'orchestration',
  '9001': 'dns',
  '6385': 'baremetal',
  '9876': 'load-balancer',
  '9311': 'key-manager',
  '8786': 'share',
};

/** Its versions look like those of an identity service, and it is none. */
function otherService(authUrl: string, service: string | undefined): Failure {
  const named = service === undefined || service === 'another' ? OTHER_PORTS[new URL(authUrl).port] : service;
  const what = named === undefined ? 'another service' : `the ${named} service`;
  return new Failure(`${plain(authUrl)} is no identity service, but ${what}: the login is not sent there.`, {
    name: 'DiscoveryFailure',
    hint: 'OS_AUTH_URL names the identity service, as http://controller:5000/v3.',
  });
}

/** What to say where no version of an identity service answers. */
export function noIdentity(answer: Answer): Failure {
  return new Failure(
    'Could not find versioned identity endpoints when attempting to authenticate. Please check that your auth_url is ' +
      'correct.',
    { name: 'DiscoveryFailure', hint: `${answer.request.url} answered with HTTP ${answer.status}.` },
  );
}
