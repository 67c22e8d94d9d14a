import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed } from '../answer.js';

/**
 * Builds of guest agents. Compute API reference: "List Agent Builds" (`GET /os-agents[?hypervisor=]`); 410 since
 * Victoria.
 */
export function listAgents(session: Session, hypervisor?: string): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path: '/os-agents', query: { hypervisor }, microversion: '2.1' };
  return listed(session, call, 'agents');
}
