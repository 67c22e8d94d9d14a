import type { Socket } from 'node:net';
import type { Failure } from '../core/errors.js';
import { waitFor } from '../lib/waiting.js';
import { connectTimeout } from './connection-errors.js';
import type { Target } from './connector.js';

/** A socket that is being connected. */
interface Attempt {
  /** The event that says that it is ready for HTTP. */
  readonly event: 'connect' | 'secureConnect';
  /** Milliseconds until then. */
  readonly timeout: number;
  readonly target: Target;
  /** Does the connection below stand already, to a proxy? */
  readonly reached?: boolean;
  /** What an error means; `reached`: the host has answered. */
  readonly failure: (error: Error, reached: boolean) => Failure | Promise<Failure>;
}

/** Resolves with the socket once it is ready for HTTP; rejects with a `Failure` when it does not get there, or not in time. */
export function established(socket: Socket, { event, timeout, target, failure, ...attempt }: Attempt): Promise<Socket> {
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 60_000);
  return new Promise((resolve, reject) => {
    let reached = attempt.reached ?? false;
    let isSettled = false;
    const stopWaiting = waitFor(timeout, () => {
      socket.destroy();
      reject(connectTimeout(target.url, timeout, reached));
    });
    // These listeners stay: to remove one would be the first use that most runs have for that part of Node, and load it.
    socket.on('connect', () => {
      reached = true;
    });
    socket.on('error', async (error: Error) => {
      if (isSettled) return;
      isSettled = true;
      stopWaiting();
      reject(await failure(error, reached));
    });
    socket.on(event, () => {
      isSettled = true;
      stopWaiting();
      resolve(socket);
    });
  });
}
