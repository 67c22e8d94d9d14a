import { Failure } from '../../core/errors.js';
import { asRecord, asText } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { orRemovedOne, showOrRemoved } from './removed-apis.js';

/**
 * The certificate of the cloud's own authority, PEM. Compute API reference: "Show Root Certificate Details"
 * (`GET /os-certificates/root`); 410 since Pike.
 * @throws Failure when the answer holds none
 */
export async function getRootCertificate(session: Session): Promise<string> {
  const data = asText((await showOrRemoved(session, 'certificates', '/os-certificates/root', 'certificate')).data);
  if (data !== '') return data;
  throw new Failure("The compute service's answer holds no certificate.");
}

/**
 * Makes a certificate for the user and the project, and a key that the cloud does not keep; both PEM. Compute API
 * reference: "Create Root Certificate" (`POST /os-certificates`); 410 since Pike.
 * @throws Failure when the answer does not hold both
 */
export async function createCertificate(
  session: Session,
): Promise<{ readonly certificate: string; readonly key: string }> {
  const call = { service: 'compute', path: '/os-certificates', method: 'POST', microversion: '2.1' } as const;
  const answer = asRecord(await orRemovedOne('certificates', session.json(call)));
  const { data, private_key } = asRecord(answer.certificate);
  if (asText(data) !== '' && asText(private_key) !== '') return { certificate: asText(data), key: asText(private_key) };
  throw new Failure("The compute service's answer holds no certificate.");
}
