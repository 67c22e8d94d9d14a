/** What the services answer to those who look how far a thing is, for each kind of thing (`waited-verbs.ts`). */
import type { HttpResponse } from '../../src/http/transport.js';
import { response } from './transports.js';
import type { Waited } from './waited-verbs.js';

const MONITOR = '487be216-e5d8-4373-9427-ab6fac6da321';
const TASK = 'OS-EXT-STS:task_state';

export type How = 'fails' | 'never ends' | 'gone';

/** What a look is answered, for each kind of thing; undefined: as it was. */
export const looks: Readonly<
  Record<Waited['sees'], (url: string, how: How, at: number, isGone: boolean) => HttpResponse | undefined>
> = {
  server: (url, how) => (/\/servers\/[^/]+$/.test(url) ? server(how, 'busy') : undefined),
  // Given up on its way: the server is as it was.
  live: (url, how) => {
    if (/\/servers\/[^/]+$/.test(url)) return server(how === 'fails' ? 'as before' : how, 'migrating');
    if (!url.includes('/os-migrations')) return undefined;
    const all = ['completed', 'cancelled', 'completed'];
    return response(200, {
      migrations: all.map((status, at) => ({ id: [8, 9, 7][at], status, migration_type: 'live-migration' })),
    });
  },
  deleting: (url, how, at) =>
    /\/servers\/[^/]+$/.test(url) ? server(how === 'fails' && at === 0 ? 'never ends' : how, 'deleting') : undefined,
  address: (url, how) => (/\/servers\/[^/]+$/.test(url) ? server(how, null) : undefined),
  'made together': (url, how, at) => {
    if (/\/servers\/[^/?]+$/.test(url)) return server(how, 'busy');
    if (!url.includes('reservation_id')) return undefined;
    return response(200, {
      servers: how === 'gone' && at > 0 ? [] : [{ id: MONITOR, status: how === 'fails' ? 'ERROR' : 'BUILD' }],
    });
  },
  image: (url, how) => {
    if (!/\/images\/[^/]+$/.test(url)) return undefined;
    const state = { id: 'i', name: 'i', status: how === 'fails' ? 'killed' : 'saving', message: 'no room' };
    return how === 'gone'
      ? missing()
      : response(200, { ...state, image: { ...state, status: state.status.toUpperCase() } });
  },
  volume: (url, how, _, isGone) => (/\/volumes\/[^/]+$/.test(url) ? part('volume', how, isGone) : undefined),
  snapshot: (url, how, _, isGone) => (/snapshots\/[^/]+$/.test(url) ? part('snapshot', how, isGone) : undefined),
  interface: (url, how) => {
    if (/\/servers\/[^/]+$/.test(url)) return server('never ends', null);
    if (!/\/os-interface\/[^/]+$/.test(url)) return undefined;
    if (how === 'gone') return missing();
    return response(200, { interfaceAttachment: { port_id: 'p', port_state: how === 'fails' ? 'ERROR' : 'DOWN' } });
  },
  'old interface': (url, how) => {
    if (/\/os-interface\/[^/]+$/.test(url))
      return how === 'gone' ? missing() : response(200, { interfaceAttachment: { port_id: 'p' } });
    return how === 'fails' ? failedAction(url, 'detach_interface') : undefined;
  },
  migration: (url, how) => {
    if (!url.includes('/os-migrations')) return undefined;
    const rows = [1, 2].map((id) => ({ id, status: how === 'fails' ? 'failed' : 'running' }));
    return response(200, { migrations: how === 'gone' ? [] : rows });
  },
  dump: (url, how) => {
    if (!url.includes('/os-instance-actions')) return undefined;
    if (how === 'gone') return missing();
    if (how === 'fails') return failedAction(url, 'trigger_crash_dump');
    const about = { action: 'trigger_crash_dump', request_id: 'req-1', start_time: '2013', message: null };
    return response(200, { instanceActions: [about], instanceAction: { ...about, events: [{ result: null }] } });
  },
};

export const missing = (): HttpResponse => response(404, { itemNotFound: { message: 'It is not there.' } });

function server(how: How | 'as before', task: string | null): HttpResponse {
  if (how === 'gone') return missing();
  const status = how === 'fails' ? 'ERROR' : 'ACTIVE';
  const state = { status, [TASK]: how === 'never ends' ? task : null };
  const addresses = { novanetwork_0: [{ addr: '10.1.0.8' }] };
  return response(200, { server: { id: MONITOR, ...state, fault: { message: 'no room' }, addresses } });
}

/** A volume or snapshot, which fails to be what it is to be, or to go. */
function part(kind: 'volume' | 'snapshot', how: How, isGone: boolean): HttpResponse {
  if (how === 'gone') return missing();
  return response(200, { [kind]: { id: 'p', status: how !== 'fails' ? 'busy' : isGone ? 'error_deleting' : 'error' } });
}

function failedAction(url: string, action: string): HttpResponse | undefined {
  if (!url.includes('/os-instance-actions')) return undefined;
  const about = { action, request_id: 'req-1', start_time: '2013', message: 'Error' };
  const events = [{ result: 'Error', details: 'no room' }];
  return response(200, { instanceActions: [about], instanceAction: { ...about, events } });
}
