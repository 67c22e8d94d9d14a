import { simulate } from '../../src/sandbox/index.js';
import { guideWorld } from '../../src/sandbox/seed.js';
import { ask, login, nova } from './ask.js';

/** The administrator of a new cloud, asking with or without a microversion. */
export async function asAdmin() {
  const cloud = simulate();
  const token = await login(cloud);
  const get = (path: string, version?: string) =>
    ask(
      cloud,
      nova + path,
      version === undefined ? token : { ...token, 'openstack-api-version': `compute ${version}` },
    );
  return { cloud, token, get };
}

/** The id of the guide's server of this name. */
export function idOf(name: string): string {
  return guideWorld().servers.find((server) => server.name === name && !server.deleted)?.id ?? '';
}
