/** `--log`: a line of JSON for each change, so that it can be found out later who did what. */
import type { Secrets } from '../../core/secrets.js';
import type { Host } from '../../host/host.js';
import { showUrl } from '../../http/url.js';
import { messageOf } from '../../lib/thrown.js';
import type { WriteEnd } from './writes.js';

interface Logged {
  readonly host: Pick<Host, 'files' | 'now'>;
  readonly path: string;
  readonly secrets: Secrets;
  /** The command, without its words. */
  readonly command: string;
  readonly who: () => Promise<Who>;
  /** Told why a line could not be written. */
  readonly warn: (line: string) => void;
}

/** Where it is done, and as whom. */
export interface Who {
  readonly cloud: string;
  readonly region?: string | undefined;
  readonly project?: string | undefined;
  readonly user: string;
  readonly projectId?: string | undefined;
  readonly userId?: string;
}

export interface ChangeLog {
  /** Rejects with a Failure where nothing can be written: then nothing is to be changed either. */
  readonly check: () => Promise<void>;
  /** Never rejects: the change is made, and what is to be said of it comes first. */
  readonly write: (end: WriteEnd) => Promise<void>;
}

/** Appends to a file; no bodies and no headers stand in it, and none of the secrets of the run. */
export function changeLog({ host, path, secrets, command, who, warn }: Logged): ChangeLog {
  const append = async ({ request, status, result, requestId }: WriteEnd): Promise<void> => {
    const { cloud, region, project, user } = await who();
    const line = JSON.stringify({
      time: new Date(host.now()).toISOString(),
      cloud,
      region,
      project,
      user,
      command,
      target: `${request.method} ${showUrl(request.url)}`,
      result,
      status,
      request_id: requestId,
    });
    await host.files.appendLine(path, `${secrets.hide(line)}\n`);
  };
  return {
    check: () => host.files.appendLine(path, ''),
    write: (end) => append(end).catch((error: unknown) => warn(messageOf(error))),
  };
}
