import { plainText } from '../../command/define.js';
import { optionalArgument } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { isThere } from '../../lib/text-file.js';
import { createCertificate } from '../../services/compute/certificates.js';

export const about = { summary: 'Create x509 cert for a user in tenant.' };

const exists = (what: string, file: string): Failure => new Failure(`Unable to write ${what} - ${file} exists.`);

const command = plainText({
  openstack: false,
  login: true,
  arguments: {
    keyFile: optionalArgument('<private-key-filename>', 'Filename for the private key. [Default: pk.pem]'),
    certificateFile: optionalArgument(
      '<x509-cert-filename>',
      'Filename for the X.509 certificate. [Default: cert.pem]',
    ),
  },
  run: async function* ({ session, program, args: { keyFile = 'pk.pem', certificateFile = 'cert.pem' } }) {
    // Before anything is made: the service does not keep the key.
    if (isThere(keyFile)) throw exists('privatekey', keyFile);
    if (isThere(certificateFile)) throw exists('x509 cert', certificateFile);
    const { key, certificate } = await createCertificate(session);
    if (!(await program.createFile(keyFile, key, 0o400))) throw exists('privatekey', keyFile);
    yield `Wrote private key to ${keyFile}\n`;
    if (!(await program.createFile(certificateFile, certificate))) throw exists('x509 cert', certificateFile);
    yield `Wrote x509 certificate to ${certificateFile}\n`;
  },
});

export default { ...command, change: { creates: 'certificate' } };
