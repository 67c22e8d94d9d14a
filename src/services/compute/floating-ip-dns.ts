import { Failure } from '../../core/errors.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listOrRemoved, showOrRemoved } from './removed-apis.js';

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
  // Nova decodes a domain twice: its router takes a dot for the beginning of a format.
  const path = `/os-floating-ip-dns/${encodeURIComponent(domain.replaceAll('.', '%2E'))}/entries`;
  if (name) yield [await showOrRemoved(session, 'dns', `${path}/${encodeURIComponent(name)}`, 'dns_entry')];
  else if (ip) yield* listOrRemoved(session, 'dns', path, 'dns_entries', { ip });
  else throw new Failure('You must specify either --ip or --name');
}
