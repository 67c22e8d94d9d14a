import { asRecords, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';

/** Compute API reference: "List Extensions" (`GET /extensions`); still served, though frozen. */
export async function* listExtensions(session: Session): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path: '/extensions', microversion: '2.1' };
  for await (const page of session.pages(call, 'extensions')) yield asRecords(page);
}
