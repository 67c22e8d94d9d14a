import { asRecords, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';

/**
 * Builds of guest agents. Compute API reference: "List Agent Builds" (`GET /os-agents[?hypervisor=]`); 410 since
 * Victoria.
 */
export async function* listAgents(session: Session, hypervisor?: string): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path: '/os-agents', query: { hypervisor }, microversion: '2.1' };
  for await (const page of session.pages(call, 'agents')) yield asRecords(page);
}
