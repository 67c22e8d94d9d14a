import { findMistakes } from '../config/mistakes.js';
import type { Diagnostics } from '../core/diagnostics.js';
import { isTooDeep } from '../core/nesting.js';
import { readText } from '../http/body.js';
import type { Transport } from '../http/transport.js';
import type { LoadedSettings } from './load-settings.js';

/**
 * What the doctor examines.
 *
 * @param probe the network below HTTP; undefined on the embedded cloud
 * @param transport sends a request once, without a token
 */
export function diagnosticsOf(
  { env, lower }: LoadedSettings,
  probe: Diagnostics['probe'],
  transport: Transport,
): Diagnostics {
  return {
    // A cloud on the command line puts the environment aside.
    mistakes: async () => (lower.cloudFirst ? [] : findMistakes(env)),
    probe,
    get: async (url) => {
      const response = await transport({ method: 'GET', url, headers: { accept: 'application/json' } });
      const date = Date.parse(response.headers.date ?? '');
      const body = jsonIfAny(await readText(response));
      return { status: response.status, body, ...(Number.isNaN(date) ? {} : { date }) };
    },
  };
}

function jsonIfAny(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
