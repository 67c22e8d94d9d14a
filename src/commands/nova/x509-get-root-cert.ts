import { plainText } from '../../command/define.js';
import { optionalArgument } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { getRootCertificate } from '../../services/compute/certificates.js';

export const about = { summary: 'Fetch the x509 root cert.' };

export default plainText({
  openstack: false,
  login: true,
  arguments: { filename: optionalArgument('<filename>', 'Filename to write the x509 root cert.') },
  run: async function* ({ session, args: { filename = 'cacert.pem' }, program }) {
    const isNew = await program.createFile(filename, await getRootCertificate(session));
    if (!isNew) throw new Failure(`Unable to write x509 root cert - ${filename} exists.`);
    yield `Wrote x509 root cert to ${filename}\n`;
  },
});
