import type { AccessInfo } from '../../session/session.js';

/** The token that one works with, and for what it is good. */
export interface Token {
  /** As the identity service wrote it. */
  readonly expires: string;
  readonly id: string;
  readonly projectId?: string;
  readonly domainId?: string;
  readonly userId: string;
}

/** What python-keystoneclient shows of a login (`service_catalog.py`, get_token). */
export function tokenOf({ expires, expiresAt, token, project, domain, user }: AccessInfo): Token {
  return {
    expires: expiresAt ?? new Date(expires).toISOString(),
    id: token,
    ...(project === undefined ? {} : { projectId: project.id }),
    ...(domain?.id === undefined ? {} : { domainId: domain.id }),
    userId: user.id,
  };
}
