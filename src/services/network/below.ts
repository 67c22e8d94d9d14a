import type { Session } from '../../session/session.js';
import { findOne, pathOf, type Resource } from '../resource.js';

/** What lies below one of a parent, by its id: `/agents/ID/l3-routers`. */
export const on = (parent: Resource, id: string, resource: Resource, path = resource.path): Resource => ({
  ...resource,
  path: pathOf(parent, id, path),
});

/** The same by name or id. @throws Failure when there is no such parent, or more than one */
export const below = async (
  session: Session,
  parent: Resource,
  given: string,
  resource: Resource,
  path?: string,
): Promise<Resource> => on(parent, (await findOne(session, parent, given)).id, resource, path);
