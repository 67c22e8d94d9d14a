import type { Globals } from '../../cli/globals.js';
import type { Settings } from '../../core/settings.js';
import type { ListView } from '../../core/view.js';
import type { Host } from '../../host/host.js';
import type { Source } from '../../output/renderer.js';
import { nameStore } from '../name-store.js';
import { isUsed, seenIn, watched, withShown } from './seen-names.js';

/** A list that is shown to a person, and what is done once it has been. */
export interface Remembered {
  readonly view: ListView;
  /** Keeps what its rows are called, where completion is used. Never fails. */
  readonly keep: () => Promise<void>;
}

/** @param source what is shown; its noun is what `openstack` calls a row, as `server` or `security_group` */
export async function remember(
  view: ListView,
  source: () => Promise<Source>,
  { host, globals, settings }: { readonly host: Host; readonly globals: Globals; readonly settings: Settings },
): Promise<Remembered> {
  const nothing = { view, keep: async () => undefined };
  const store = await nameStore(host, globals, settings, 'completion');
  const files = await host.storage.logins();
  if (store === undefined || files === undefined || !isUsed(files, host.now())) return nothing;
  const { view: seen, names } = watched(view);
  const keep = async (): Promise<void> => {
    const { noun: kind } = await source();
    const after = withShown(seenIn(store.find(kind), host.now()), names, host.now());
    if (after !== undefined) await store.save(kind, { seen: [...after] });
  };
  return { view: seen, keep };
}
