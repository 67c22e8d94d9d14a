import { type Answer, json } from '../call.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';

/** `/os-migrations`, for administrators: moves of servers are over at once in the embedded cloud, and not noted. */
export function migrations(call: ComputeCall): Answer {
  if (call.method !== 'GET' || call.parts.length > 1) return noRoute();
  administratorsOnly(call, 'os-migrations:index');
  return json(200, { migrations: [] });
}
