import keystone from '../../src/classic/keystone.js';
import nova from '../../src/classic/nova.js';
import { type Environment, resolveSettings } from '../../src/config/settings.js';
import type { Transport } from '../../src/http/transport.js';
import { type OpenSession, openSession } from '../../src/session/cloud-session.js';
import type { TokenStore } from '../../src/session/token-cache.js';

/** The environment of a login to the embedded cloud. */
export function loginEnv(
  user: string,
  version: 'v2.0' | 'v3',
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    OS_AUTH_URL: `http://cloud.example.com:5000/${version}`,
    OS_USERNAME: user,
    OS_PASSWORD: `${user}-password`,
    OS_TENANT_NAME: user,
    OS_REGION_NAME: 'RegionOne',
    ...more,
  };
}

interface Around {
  readonly transport: Transport;
  readonly env: Environment;
  readonly store?: TokenStore;
  readonly applet?: string;
  readonly now?: () => number;
  readonly notes?: string[];
}

/** A session as the program opens one, from an environment. */
export function sessionOf({ transport, env, store, applet = 'nova', now = Date.now, notes = [] }: Around): OpenSession {
  return openSession({
    transport,
    settings: resolveSettings({}, env, (applet === 'keystone' ? keystone : nova).env),
    service: applet === 'keystone' ? 'identity' : 'compute',
    ...(store === undefined ? {} : { store }),
    now,
    note: (line) => void notes.push(line),
  });
}

/** A store that forgets with the test; what it holds has been through JSON, as in a file. */
export function memoryStore(): TokenStore & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    find: (material) => {
      const text = held.get(material);
      return text === undefined ? undefined : (JSON.parse(text) as unknown);
    },
    save: async (material, value) => {
      await Promise.resolve();
      held.set(material, JSON.stringify(value()));
    },
    drop: (material) => void held.delete(material),
    all: () => [...held.values()].map((text) => JSON.parse(text) as unknown),
    takeAll: (matches = () => true) => {
      const taken = [...held].filter(([, text]) => matches(JSON.parse(text)));
      for (const [material] of taken) held.delete(material);
      return taken.map(([, text]) => JSON.parse(text) as unknown);
    },
  };
}

/** All items of a list, page by page. */
export async function collect<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}
