import { asRecord, asRecords, type Json } from '../lib/read.js';
import type { Call, Session } from '../session/session.js';

/** A list to its end; with a `limit` in the query, the one page that it asks for. `key` names the array. */
export async function* listed(session: Session, call: Call, key: string): AsyncGenerator<readonly Json[]> {
  if (call.query?.limit !== undefined) yield asRecords(asRecord(await session.json(call))[key]);
  else for await (const page of session.pages(call, key)) yield asRecords(page);
}
