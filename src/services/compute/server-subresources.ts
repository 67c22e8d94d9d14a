import { atLeast } from '../../lib/microversion.js';
import { asRecord, type Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listIn, objectIn, textIn, textsIn } from '../answer.js';
import { serverRequest } from './servers.js';

/*
 * What belongs to one server, given by name or id. Each fails when there is no such server, or more than one.
 */

/** Compute API reference: "List Port Interfaces" (`GET /servers/{server_id}/os-interface`). */
export async function serverInterfaces(session: Session, server: string): Promise<readonly Json[]> {
  return listIn(await serverRequest(session, server, { path: '/os-interface' }), 'interfaceAttachments');
}

/** Compute API reference: "List Security Groups By Server" (`GET /servers/{server_id}/os-security-groups`). */
export async function serverSecurityGroups(session: Session, server: string): Promise<readonly Json[]> {
  return listIn(await serverRequest(session, server, { path: '/os-security-groups' }), 'security_groups');
}

/** Compute API reference: "List volume attachments" (`GET /servers/{server_id}/os-volume_attachments`). */
export async function volumeAttachments(session: Session, server: string): Promise<readonly Json[]> {
  return listIn(await serverRequest(session, server, { path: '/os-volume_attachments' }), 'volumeAttachments');
}

/** Compute API reference: "List Tags" (`GET /servers/{server_id}/tags`), since microversion 2.26. */
export async function serverTags(session: Session, server: string): Promise<readonly string[]> {
  return textsIn(await serverRequest(session, server, { path: '/tags' }), 'tags');
}

/** Compute API reference: "Show Server Topology" (`GET /servers/{server_id}/topology`), since microversion 2.78. */
export async function serverTopology(session: Session, server: string): Promise<Json> {
  const topology = await serverRequest(session, server, { path: '/topology' });
  return { ...asRecord(topology), nodes: listIn(topology, 'nodes') };
}

/** Live migrations under way. Compute API reference: "List Migrations" (`GET /servers/{server_id}/migrations`). */
export async function serverMigrations(session: Session, server: string): Promise<readonly Json[]> {
  return listIn(await serverRequest(session, server, { path: '/migrations' }), 'migrations');
}

/** Compute API reference: "Show Migration Details" (`GET /servers/{server_id}/migrations/{migration_id}`). */
export async function serverMigration(session: Session, server: string, id: string): Promise<Json> {
  const path = `/migrations/${encodeURIComponent(id)}`;
  return objectIn(await serverRequest(session, server, { path }), 'migration');
}

/**
 * The last `length` lines of the console, or all that is kept. Compute API reference: "Show Console Output"
 * (`POST /servers/{server_id}/action`, `os-getConsoleOutput`).
 */
export async function consoleOutput(session: Session, server: string, length?: string): Promise<string> {
  const body = { 'os-getConsoleOutput': { length: length ?? null } };
  const about = { path: '/action', method: 'POST', safe: true, body } as const;
  return textIn(await serverRequest(session, server, about), 'output');
}

/** Compute API reference: "Show Server Password" (`GET /servers/{server_id}/os-server-password`): base64, or empty. */
export async function cipheredPassword(session: Session, server: string): Promise<string> {
  return textIn(await serverRequest(session, server, { path: '/os-server-password' }), 'password');
}

/**
 * What has been done to a server, a deleted one too. Compute API reference: "List Actions For Server"
 * (`GET /servers/{server_id}/os-instance-actions`).
 */
export async function serverActions(session: Session, server: string, query: Query): Promise<readonly Json[]> {
  const asked = serverRequest(session, server, {
    path: '/os-instance-actions',
    query,
    orDeleted: await knowsDeleted(session),
  });
  return listIn(await asked, 'instanceActions');
}

/**
 * One of them, with its events. Compute API reference: "Show Server Action Details"
 * (`GET /servers/{server_id}/os-instance-actions/{request_id}`).
 */
export async function serverAction(session: Session, server: string, requestId: string): Promise<Json> {
  const path = `/os-instance-actions/${encodeURIComponent(requestId)}`;
  const asked = serverRequest(session, server, { path, orDeleted: await knowsDeleted(session) });
  return objectIn(await asked, 'instanceAction');
}

/** Actions of deleted servers are kept since microversion 2.21. */
async function knowsDeleted(session: Session): Promise<boolean> {
  return atLeast(await session.microversion(), '2.21');
}
