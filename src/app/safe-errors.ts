import type { Secrets } from '../core/secrets.js';
import type { Host } from '../host/host.js';
import { visibleLines } from '../lib/escape.js';

/**
 * The one place where what is said on standard error, much of which servers have said, is made harmless: no secret is in
 * it, nothing is obeyed by a terminal or a log, and what hides is seen. Newlines stay.
 */
export function withSafeErrors(host: Host, secrets: Secrets): Host {
  const { stderr } = host;
  const write = (text: string | Uint8Array) =>
    stderr.write(typeof text === 'string' ? visibleLines(secrets.hide(text)) : text);
  return { ...host, stderr: { isTTY: stderr.isTTY, write } };
}
