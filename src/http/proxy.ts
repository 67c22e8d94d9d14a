/** Which proxy a request goes through, as curl and requests read it from the environment. */
import { BlockList, isIP } from 'node:net';
import { Failure } from '../core/errors.js';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ProxyServer {
  readonly protocol: 'http:' | 'https:';
  /** Without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** The value of `Proxy-Authorization`, if the proxy's URL names a user. */
  readonly authorization?: string;
  /** For messages: without user and password. */
  readonly shown: string;
  /** The variable that named it. */
  readonly variable: string;
}

/**
 * The proxy for a URL; undefined for a direct connection. `https_proxy` or `http_proxy` after the URL's scheme, else
 * `all_proxy`. Lower case wins over upper case, and switches it off where it is empty, as for Python's
 * `getproxies_environment`, which also leaves HTTP_PROXY to the web server in a CGI script: a client may have set it.
 *
 * @throws Failure naming the variable, when it holds no URL of a proxy that is spoken here
 */
export function proxyFor(url: URL, env: Environment): ProxyServer | undefined {
  const scheme = url.protocol.slice(0, -1);
  const [variable, value] = named(env, `${scheme}_proxy`) ?? named(env, 'all_proxy') ?? [];
  if (variable === undefined || value === undefined) return undefined;
  const exempt = env.no_proxy?.trim() || env.NO_PROXY;
  if (exempt && isExempt(url, exempt)) return undefined;
  return readProxy(variable, value);
}

function named(env: Environment, name: string): readonly [string, string] | undefined {
  const lower = env[name]?.trim();
  if (lower !== undefined) return lower === '' ? undefined : [name, lower];
  const upper = name === 'http_proxy' && env.REQUEST_METHOD ? '' : env[name.toUpperCase()]?.trim();
  return upper ? [name.toUpperCase(), upper] : undefined;
}

function readProxy(variable: string, value: string): ProxyServer {
  const full = value.includes('://') ? value : `http://${value}`;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  if (url === undefined || url.hostname === '') {
    throw new Failure(`${variable} holds no URL of a proxy`, { hint: 'It looks like http://proxy.example.com:3128.' });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Failure(`${variable} names a proxy of a kind that is not spoken here: ${url.protocol}//`, {
      hint: 'http:// and https:// proxies are.',
    });
  }
  const shown = `${url.protocol}//${url.host}`;
  return {
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    // curl's own default is 1080, everybody else's the scheme's.
    port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    shown,
    variable,
    ...(url.username === '' && url.password === '' ? {} : { authorization: basic(url, variable) }),
  };
}

function basic({ username, password }: URL, variable: string): string {
  try {
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return `Basic ${Buffer.from(pair).toString('base64')}`;
  } catch {
    throw new Failure(`The user or the password in ${variable} has a % that begins no %XX`, {
      hint: 'A % is written %25 there.',
    });
  }
}

/**
 * Does `NO_PROXY` name the host? Entries are separated by commas or blanks: `*`, a domain with all below it (a leading
 * dot or `*.` changes nothing), an address, a network like `10.0.0.0/8`; each may end in a port.
 */
function isExempt(url: URL, list: string): boolean {
  const host = plainHost(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list.split(/[\s,]+/).some((entry) => entry !== '' && matches(entry.toLowerCase(), host, port));
}

function matches(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const family = isIP(host);
  if (entry.includes('/')) return family !== 0 && isWithin(entry, host, family);
  const [, named = entry, wanted] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  if (wanted !== undefined && wanted !== port) return false;
  const name = plainHost(named.replace(/^\*?\./, ''));
  if (name === '') return false;
  return host === name || (family === 0 ? host.endsWith(`.${name}`) : isSameAddress(name, host, family));
}

function isWithin(entry: string, host: string, family: number): boolean {
  const [network = '', bits = ''] = entry.split('/');
  const address = plainHost(network);
  const most = family === 4 ? 32 : 128;
  if (isIP(address) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > most) return false;
  const block = new BlockList();
  block.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return block.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

/** One address of IPv6 has many spellings. */
const isSameAddress = (name: string, host: string, family: number): boolean =>
  isIP(name) === family && isWithin(`${name}/${family === 4 ? 32 : 128}`, host, family);

const plainHost = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
