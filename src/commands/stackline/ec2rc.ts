import { plainText } from '../../command/define.js';
import { flag, text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { word } from '../../lib/shell.js';
import type { ZipEntry } from '../../lib/zip.js';
import { createCertificate, getRootCertificate } from '../../services/compute/certificates.js';
import { type Ec2Account, ec2Account } from '../../services/identity/ec2-account.js';
import type { Session } from '../../session/session.js';

export const about = { summary: 'Print an ec2rc.sh with your EC2 keys, or pack it.' };

export default plainText({
  login: true,
  options: {
    create: flag('Make a pair of keys for the project if there is none.'),
    zip: text('<file>', 'Pack it into this new file, with a new x509 certificate if the cloud makes them.'),
  },
  run: async function* ({ session, options: { create, zip: file }, program, warn, now }) {
    const script = ec2rc(await ec2Account(session, create));
    if (file === undefined) {
      yield script;
      return;
    }
    const { zip } = await import('../../lib/zip.js');
    const entries = [{ name: 'ec2rc.sh', content: script }, ...(await x509(session, warn))];
    if (!(await program.createFile(file, zip(entries, now()), 0o600))) {
      throw new Failure(`${file} is there already, and stays as it is.`);
    }
    yield `Wrote ${file}: ${entries.map(({ name }) => name).join(', ')}\n`;
  },
});

/** The guide's files beside ec2rc.sh, as far as there are any. */
async function x509(session: Session, warn: (line: string) => void): Promise<readonly ZipEntry[]> {
  try {
    const cacert = { name: 'cacert.pem', content: await getRootCertificate(session) };
    try {
      const { certificate, key } = await createCertificate(session);
      return [cacert, { name: 'cert.pem', content: certificate }, { name: 'pk.pem', content: key }];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      warn(`No cert.pem and pk.pem: ${error.message}`);
      return [cacert];
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    warn(`No x509 files: ${error.message}`);
    return [];
  }
}

function ec2rc({ access, secret, url, s3Url }: Ec2Account): string {
  return `# Source this file where it lies, beside the x509 files: it sets the account for tools of the EC2 API.
EC2RC=$(readlink -f "\${BASH_SOURCE:-$0}")
NOVA_KEY_DIR=\${EC2RC%/*}
export EC2_ACCESS_KEY=${word(access)}
export EC2_SECRET_KEY=${word(secret)}
export EC2_URL=${word(url)}
${s3Url === undefined ? 'unset S3_URL' : `export S3_URL=${word(s3Url)}`}
# Nova does not look at the user's number, but bundling wants one.
export EC2_USER_ID=42
export EC2_PRIVATE_KEY=$NOVA_KEY_DIR/pk.pem
export EC2_CERT=$NOVA_KEY_DIR/cert.pem
export NOVA_CERT=$NOVA_KEY_DIR/cacert.pem
export EUCALYPTUS_CERT=$NOVA_CERT
alias ec2-bundle-image='ec2-bundle-image --cert "$EC2_CERT" --privatekey "$EC2_PRIVATE_KEY" --user 42 --ec2cert "$NOVA_CERT"'
alias ec2-upload-bundle='ec2-upload-bundle -a "$EC2_ACCESS_KEY" -s "$EC2_SECRET_KEY" --url "$S3_URL" --ec2cert "$NOVA_CERT"'
`;
}
