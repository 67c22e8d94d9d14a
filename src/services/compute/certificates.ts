import { Failure } from '../../lib/errors.js';
import { text } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { oldOne } from './retired.js';

/**
 * The certificate of the cloud's own authority, PEM. Compute API reference: "Show Root Certificate Details"
 * (`GET /os-certificates/root`); 410 since Pike.
 * @throws Failure when the answer holds none
 */
export async function getRootCertificate(session: Session): Promise<string> {
  const data = text((await oldOne(session, 'certificates', '/os-certificates/root', 'certificate')).data);
  if (data !== '') return data;
  throw new Failure("The compute service's answer holds no certificate.");
}
