import { Failure } from '../../core/errors.js';
import { HttpFailure } from '../../http/api-errors.js';
import { firstIn } from '../../lib/items-of.js';
import { asText, type Json } from '../../lib/read.js';
import type { Call, Session } from '../../session/session.js';
import { listed, objectOf } from '../answer.js';
import { resolving } from '../find.js';
import { unservedSentence, whereServed } from '../unserved.js';

/*
 * Builds of guest agents. Compute API reference: "Guest agents" (`/os-agents`); 410 since Victoria.
 */

const callOf = (below = ''): Call => ({ service: 'compute', path: `/os-agents${below}`, microversion: '2.1' });

const GONE = "This cloud's compute service has no agents: nova dropped them with Xen, in Victoria.";

/** "List Agent Builds" (`GET /os-agents[?hypervisor=]`). */
export function listAgents(session: Session, hypervisor?: string): AsyncGenerator<readonly Json[]> {
  return whereServed(listed(session, { ...callOf(), query: { hypervisor } }, 'agents'), GONE);
}

/** What it is for, by the API's names: there is one build for each. */
export interface Purpose {
  readonly hypervisor: string;
  readonly os: string;
  readonly architecture: string;
}

/** The id of the build for this. @throws Failure, in nova's words, when there is none */
export async function findAgent(session: Session, purpose: Purpose): Promise<string> {
  const { hypervisor, os, architecture } = purpose;
  const builds = listAgents(resolving(session), hypervisor);
  const found = await firstIn(builds, (build) => build.os === os && build.architecture === architecture);
  if (found !== undefined) return asText(found.agent_id);
  throw new Failure(`No agent-build associated with hypervisor ${hypervisor} os ${os} architecture ${architecture}.`);
}

/**
 * The build of an id, and what it is as `name`.
 * @throws Failure when there is none
 */
export async function agentInWords(session: Session, given: string): Promise<Json> {
  const found = await firstIn(listAgents(session), ({ agent_id: id }) => asText(id) === given);
  if (found === undefined) throw new Failure(`No agent with an ID of '${given}' exists.`, { name: 'NotFound' });
  const { agent_id: id, hypervisor, os, architecture, version } = found;
  return { id, name: [hypervisor, os, architecture, version].map(asText).join(' ') };
}

/** Its fields, by the API's names. */
export interface Build {
  readonly version: string;
  readonly url: string;
  readonly md5hash: string;
}

/** "Create Agent Build" (`POST /os-agents`). */
export const createAgent = (session: Session, build: Build & Purpose): Promise<Json> =>
  whereThere(objectOf(session, { ...callOf(), method: 'POST', body: { agent: build } }, 'agent'));

/** "Update Agent Build" (`PUT /os-agents/{id}`). */
export const updateAgent = (session: Session, id: string, build: Build): Promise<Json> =>
  whereThere(objectOf(session, { ...callOf(below(id)), method: 'PUT', body: { para: build } }, 'agent'));

/** "Delete Agent Build" (`DELETE /os-agents/{id}`). */
export const removeAgent = (session: Session, id: string): Promise<unknown> =>
  whereThere(session.json({ ...callOf(below(id)), method: 'DELETE', mayBeEmpty: true }));

/** 404 may be said of the agent; 410 is said of all of them. */
async function whereThere<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof HttpFailure && error.status === 410)) throw error;
    throw new Failure(unservedSentence(GONE, error), { cause: error });
  }
}

const below = (id: string): string => `/${encodeURIComponent(id)}`;
