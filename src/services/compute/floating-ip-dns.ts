import { Failure } from '../../core/errors.js';
import { firstIn } from '../../lib/items-of.js';
import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { changeOrRemoved, listOrRemoved, showOrRemoved } from './removed-apis.js';

/** Compute API reference: "List DNS Domains" (`GET /os-floating-ip-dns`), up to microversion 2.35. */
export function listDnsDomains(session: Session): AsyncIterable<readonly Json[]> {
  return listOrRemoved(session, 'dns', '/os-floating-ip-dns', 'domain_entries');
}

/**
 * Entries of a domain with a name or an address: `GET /os-floating-ip-dns/{domain}/entries[/{name}]`, up to 2.35.
 * @throws Failure when neither is given
 */
export async function* findDnsEntries(
  session: Session,
  domain: string,
  { name, ip }: { readonly name?: string | undefined; readonly ip?: string | undefined },
): AsyncGenerator<readonly Json[]> {
  const path = `${pathOf(domain)}/entries`;
  if (name) yield [await showOrRemoved(session, 'dns', `${path}/${encodeURIComponent(name)}`, 'dns_entry')];
  else if (ip) yield* listOrRemoved(session, 'dns', path, 'dns_entries', { ip });
  else throw new Failure('You must specify either --ip or --name');
}

/** Nova decodes a domain twice: its router takes a dot for the beginning of a format. */
const pathOf = (domain: string): string => `/os-floating-ip-dns/${encodeURIComponent(domain.replaceAll('.', '%2E'))}`;

/** Creates a domain, or changes it: `PUT /os-floating-ip-dns/{domain}`. @param entry its scope, and for whom it is */
export const putDnsDomain = (session: Session, domain: string, entry: Json): Promise<unknown> =>
  changeOrRemoved(session, 'dns', 'PUT', pathOf(domain), { domain_entry: entry });

/** `DELETE /os-floating-ip-dns/{domain}`. */
export const removeDnsDomain = (session: Session, domain: string): Promise<unknown> =>
  changeOrRemoved(session, 'dns', 'DELETE', pathOf(domain));

const entryPath = (domain: string, name: string): string => `${pathOf(domain)}/entries/${encodeURIComponent(name)}`;

/** Creates the entry of a name, or changes it: `PUT /os-floating-ip-dns/{domain}/entries/{name}`. */
export const putDnsEntry = (session: Session, domain: string, name: string, entry: Json): Promise<unknown> =>
  changeOrRemoved(session, 'dns', 'PUT', entryPath(domain, name), { dns_entry: entry });

/** `DELETE /os-floating-ip-dns/{domain}/entries/{name}`. */
export const removeDnsEntry = (session: Session, domain: string, name: string): Promise<unknown> =>
  changeOrRemoved(session, 'dns', 'DELETE', entryPath(domain, name));

/** A domain, and what it is as `name`. @throws Failure when there is none */
export async function findDnsDomain(session: Session, given: string): Promise<Json> {
  const found = await firstIn(listDnsDomains(session), ({ domain }) => domain === given);
  if (found === undefined) throw new Failure(`No DNS domain of the name '${given}' exists.`, { name: 'NotFound' });
  const { scope, project, availability_zone: zone } = found;
  const about = [scope && `${asText(scope)}`, project && `of project ${asText(project)}`, zone && `in ${asText(zone)}`];
  return { ...found, name: [given, ...about.filter(Boolean)].join(', ') };
}

/** An entry of a domain, and what it is as `name`. */
export async function findDnsEntry(session: Session, domain: string, name: string): Promise<Json> {
  for await (const [entry] of findDnsEntries(session, domain, { name })) {
    if (entry !== undefined) return { ...entry, name: `${name}.${domain}, ${asText(entry.ip)}` };
  }
  throw new Failure(`No DNS entry of the name '${name}' exists.`, { name: 'NotFound' });
}
