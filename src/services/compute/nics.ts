import { isIPv4, isIPv6 } from 'node:net';
import { Failure } from '../../core/errors.js';
import { itemsOf } from '../../lib/items-of.js';
import { atLeast } from '../../lib/microversion.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed } from '../answer.js';
import { resolving } from '../find.js';

const KEYS = ['net-id', 'v4-fixed-ip', 'v6-fixed-ip', 'port-id', 'net-name'];

/** novaclient's sentence about an argument that is wrong, by what the API has (v2/shell.py, _parse_nics). */
function invalid(nic: string, isAuto: boolean, hasTags: boolean): Failure {
  const form =
    `<${isAuto ? 'auto,none,' : ''}net-id=net-uuid,net-name=network-name,v4-fixed-ip=ip-addr,v6-fixed-ip=ip-addr,` +
    `port-id=port-uuid${hasTags ? ',tag=tag' : ''}>`;
  const alone = isAuto ? ' Specifying a --nic of auto or none cannot be used with any other --nic value.' : '';
  return new Failure(
    `Invalid nic argument '${nic}'. Nic arguments must be of the form --nic ${form}, with only one of net-id, net-name ` +
      `or port-id specified.${alone}`,
  );
}

/**
 * The networks of a new server, as the API takes them: a list, or since microversion 2.37 `auto` or `none`, and `auto` where
 * nothing was said. Undefined: nothing is sent.
 * @throws Failure in novaclient's sentences
 */
export async function nicsOf(session: Session, given: readonly string[]): Promise<unknown> {
  const version = await session.microversion();
  const isAuto = atLeast(version, '2.37');
  const hasTags = (atLeast(version, '2.32') && !isAuto) || atLeast(version, '2.42');
  const alone = new Failure("'auto' or 'none' cannot be used with any other nic arguments");
  const nics: (Json | string)[] = [];
  let last = '';
  let hasWord = false;
  for (const nic of given) {
    last = nic;
    const wrong = invalid(nic, isAuto, hasTags);
    const said = new Map<string, string>();
    for (const part of nic.split(',')) {
      if (hasWord) throw alone;
      if (part === 'auto' || part === 'none') {
        if (!isAuto) throw wrong;
        if (said.size > 0) throw alone;
        nics.push(part);
        hasWord = true;
        continue;
      }
      const at = part.indexOf('=');
      const key = part.slice(0, at);
      if (at < 0 || !(KEYS.includes(key) || (hasTags && key === 'tag'))) throw wrong;
      const value = part.slice(at + 1);
      const [name, is] = key === 'net-name' ? ['net-id', await networkId(session, value)] : [key, value];
      if (said.has(name)) throw wrong;
      said.set(name, is);
    }
    if (!hasWord) nics.push(checked(said, wrong));
  }
  if (nics.length === 0) return isAuto ? 'auto' : undefined;
  if (!hasWord) return nics.map((nic) => asSent(nic as Json));
  if (nics.length > 1) throw invalid(last, isAuto, hasTags);
  return nics[0];
}

function checked(said: ReadonlyMap<string, string>, wrong: Failure): Json {
  const [v4, v6] = [said.get('v4-fixed-ip'), said.get('v6-fixed-ip')];
  if (v4 !== undefined && !isIPv4(v4)) throw new Failure('Invalid ipv4 address.');
  if (v6 !== undefined && !isIPv6(v6)) throw new Failure('Invalid ipv6 address.');
  if (Boolean(said.get('net-id')) === Boolean(said.get('port-id'))) throw wrong;
  return Object.fromEntries(said);
}

function asSent(nic: Json): Json {
  const { 'net-id': uuid, 'port-id': port, 'v4-fixed-ip': v4, 'v6-fixed-ip': v6, tag } = nic;
  if (v4 && v6) throw new Failure("Only one of 'v4-fixed-ip' and 'v6-fixed-ip' may be provided.");
  const address = v4 || v6;
  return {
    ...(uuid ? { uuid } : {}),
    ...(address ? { fixed_ip: address } : {}),
    ...(port ? { port } : {}),
    ...(tag ? { tag } : {}),
  };
}

/** The network of a name, with novaclient's sentences (v2/networks.py, find_network). */
async function networkId(session: Session, name: string): Promise<string> {
  const call = { service: 'network', path: '/v2.0/networks', query: { name } };
  const found = await itemsOf(listed(resolving(session), call, 'networks'));
  const [network] = found;
  if (network === undefined) throw new Failure(`No Network matching ${name}. (HTTP 404)`);
  if (found.length === 1) return String(network.id);
  throw new Failure(`Multiple network matches found for '${name}', use an ID to be more specific.`, {
    hint: found.map(({ id }) => String(id)).join('\n'),
  });
}
