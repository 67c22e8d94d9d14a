import { type Answer, type Call, json, nothing, page } from '../call.js';
import { type Cloud, callerOf } from '../cloud.js';

/** Swift with empty accounts: `/v1/AUTH_{tenant}`, `/info`, `/healthcheck`. */
export function objectStore(cloud: Cloud, call: Call): Answer {
  const answer = answered(cloud, call);
  const id = { 'x-trans-id': `tx${call.requestId.replaceAll(/req-|-/g, '')}` };
  return { ...answer, headers: { ...answer.headers, ...id } };
}

function html(status: number, title: string, text: string, headers: Record<string, string> = {}): Answer {
  return page(status, `<html><h1>${title}</h1><p>${text}</p></html>`, headers);
}

function answered(cloud: Cloud, call: Call): Answer {
  const [version, account = '', container] = call.path;
  if (version === 'healthcheck') return page(200, 'OK', { 'content-type': 'text/plain; charset=UTF-8' });
  if (version === 'info') return json(200, { swift: { version: '1.7.4', container_listing_limit: 10000 } });
  if (version !== 'v1' || account === '') return html(404, 'Not Found', 'The resource could not be found.');
  const caller = callerOf(cloud, call);
  if (caller === undefined) {
    const sentence = 'This server could not verify that you are authorized to access the document you requested.';
    return html(401, 'Unauthorized', sentence, {
      'www-authenticate': `Swift realm="${account}", Keystone uri="${cloud.layout.root('identity')}"`,
    });
  }
  if (account !== `AUTH_${caller.token.tenantId}` && !caller.admin) {
    return html(403, 'Forbidden', 'Access was denied to this resource.');
  }
  if (call.method !== 'GET' && call.method !== 'HEAD') {
    return html(405, 'Method Not Allowed', 'The method is not allowed for this resource.');
  }
  if (container !== undefined) return html(404, 'Not Found', 'The resource could not be found.');
  const totals = { 'x-account-container-count': '0', 'x-account-object-count': '0', 'x-account-bytes-used': '0' };
  return call.query.get('format') === 'json' ? json(200, [], totals) : nothing({ ...totals, 'accept-ranges': 'bytes' });
}
