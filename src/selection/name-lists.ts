import { Failure } from '../core/errors.js';
import { asText, type Json } from '../lib/read.js';
import { flavorNames } from '../services/compute/flavors.js';
import { servers } from '../services/compute/servers.js';
import { identityApi } from '../services/identity/index.js';
import { imagesOfCloud } from '../services/image/nova-images.js';
import { networks, routers, securityGroups, subnets } from '../services/network/resources.js';
import { isAdmin, pagesOf, type Resource } from '../services/resource.js';
import { mayNotAsk } from '../services/unserved.js';
import { volumes } from '../services/volume/resources.js';
import type { Query, Session } from '../session/session.js';
import type { Kind } from './references.js';

/** Names by ids. */
export type Names = ReadonlyMap<string, string>;

/** All names of a kind, by one list of it. @throws Failure where the service does not give it */
export async function namesOf(session: Session, kind: Kind): Promise<Names> {
  const names = new Map<string, string>();
  for await (const page of await lists[kind](session)) {
    for (const { id, name, display_name: older } of page) names.set(asText(id), asText(name) || asText(older));
  }
  names.delete('');
  return names;
}

type Pages = AsyncIterable<readonly Json[]>;

const lists: Readonly<Record<Kind, (session: Session) => Pages | Promise<Pages>>> = {
  project: async (session) => {
    const api = await identityApi(session);
    return unlessRefused(api.all('tenant'), () => api.ownTenants());
  },
  user: async (session) => (await identityApi(session)).all('user'),
  role: async (session) => (await identityApi(session)).all('role'),
  domain: (session) => pagesOf(session, domains),
  flavor: async (session) => {
    const names = await flavorNames(session);
    return once([...names].map(([id, name]) => ({ id, name })));
  },
  image: async (session) => pagesOf(session, await imagesOfCloud(session)),
  network: (session) => pagesOf(session, networks, IDS_AND_NAMES),
  subnet: (session) => pagesOf(session, subnets, IDS_AND_NAMES),
  router: (session) => pagesOf(session, routers, IDS_AND_NAMES),
  'security group': (session) => pagesOf(session, securityGroups, IDS_AND_NAMES),
  volume: everywhere({ ...volumes, detail: volumes.path }),
  server: everywhere({ ...servers, detail: servers.path }),
};

const IDS_AND_NAMES: Query = { fields: ['id', 'name'] };

/** Identity API v3, "Domains". */
const domains: Resource = { service: 'identity', version: 'v3', path: '/domains', noun: 'domain', many: 'domains' };

/** In all projects, where one may look into those. */
function everywhere(resource: Resource): (session: Session) => Promise<Pages> {
  return async (session) => pagesOf(session, resource, (await isAdmin(session)) ? (resource.allProjects ?? ALL) : {});
}

const ALL: Query = { all_tenants: 1 };

async function* once(rows: readonly Json[]): AsyncGenerator<readonly Json[]> {
  yield rows;
}

/** A list, or another where one may not ask for it. */
async function* unlessRefused(pages: Pages, otherwise: () => Pages): AsyncGenerator<readonly Json[]> {
  try {
    yield* pages;
  } catch (error) {
    if (!(error instanceof Failure) || !mayNotAsk(error)) throw error;
    yield* otherwise();
  }
}
