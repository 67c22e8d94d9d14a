import type { ClassicClient } from '../classic/client.js';
import type { Globals } from '../cli/globals.js';
import type { Secrets } from '../core/secrets.js';
import type { Settings } from '../core/settings.js';
import type { Host } from '../host/host.js';
import { type Timing, timings } from '../http/timings.js';
import type { Decorator } from '../http/transport.js';

/** Who looks at the exchanges of a run without changing them. */
export interface Observers {
  /** From the outermost to the one next to the network. */
  readonly decorators: readonly Decorator[];
  /** The requests until now, where `--timings` asks for them. */
  readonly timings?: () => readonly Timing[];
  /** Resolves when everything is written; rejects with a Failure when something cannot be. */
  settled(): Promise<void>;
}

/** Those that `--timings`, `--debug` and `--record` ask for. */
export async function observersFor(
  host: Pick<Host, 'stderr' | 'now' | 'files'>,
  globals: Pick<Globals, 'timings' | 'debug' | 'record'>,
  settings: Settings,
  client: Pick<ClassicClient, 'env'>,
  secrets: Secrets,
): Promise<Observers> {
  const measured = globals.timings ? timings(host.now) : undefined;
  const traced = globals.debug ? await traceTo(host, settings, secrets) : [];
  const recording =
    globals.record === undefined ? undefined : await recordingIn(globals.record, host, settings, client, secrets);
  return {
    decorators: [
      ...(measured === undefined ? [] : [measured.decorator]),
      ...traced,
      ...(recording === undefined ? [] : [recording.decorator]),
    ],
    ...(measured === undefined ? {} : { timings: measured.entries }),
    settled: async () => recording?.settled(),
  };
}

async function traceTo(
  host: Pick<Host, 'stderr' | 'now'>,
  settings: Settings,
  secrets: Secrets,
): Promise<readonly Decorator[]> {
  const { trace } = await import('../http/trace.js');
  const { insecure, cacert } = settings;
  const write = (text: string): void => void host.stderr.write(text);
  const options = { write, now: host.now, secrets, insecure };
  return [trace({ ...options, ...(cacert === undefined ? {} : { cacert }) })];
}

async function recordingIn(
  path: string,
  host: Pick<Host, 'now' | 'files'>,
  settings: Settings,
  client: Pick<ClassicClient, 'env'>,
  secrets: Secrets,
) {
  const { openRecording } = await import('./recording.js');
  return openRecording(await host.files.recording(path), settings, client, secrets, host.now);
}
