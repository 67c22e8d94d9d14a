import type { Session } from '../../session/session.js';
import { missing, objectIn, textIn } from '../answer.js';
import { orRemovedOne, showOrRemoved } from './removed-apis.js';

/**
 * The certificate of the cloud's own authority, PEM. Compute API reference: "Show Root Certificate Details"
 * (`GET /os-certificates/root`); 410 since Pike.
 * @throws Failure when the answer holds none
 */
export async function getRootCertificate(session: Session): Promise<string> {
  const answer = await showOrRemoved(session, 'certificates', '/os-certificates/root', 'certificate');
  const data = textIn(answer, 'data');
  if (data === '') throw missing('certificate');
  return data;
}

/**
 * Makes a certificate for the user and the project, and a key that the cloud does not keep; both PEM. Compute API
 * reference: "Create Root Certificate" (`POST /os-certificates`); 410 since Pike.
 * @throws Failure when the answer does not hold both
 */
export async function createCertificate(
  session: Session,
): Promise<{ readonly certificate: string; readonly key: string }> {
  const call = { service: 'compute', path: '/os-certificates', method: 'POST', body: {}, microversion: '2.1' } as const;
  const answer = objectIn(await orRemovedOne('certificates', session.json(call)), 'certificate');
  const [certificate, key] = [textIn(answer, 'data'), textIn(answer, 'private_key')];
  if (certificate === '' || key === '') throw missing('certificate');
  return { certificate, key };
}
