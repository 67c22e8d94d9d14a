import { Failure } from '../../core/errors.js';
import { readText } from '../../lib/text-file.js';
import { messageOf } from '../../lib/thrown.js';

/**
 * A server's password as its key pair's owner reads it: the API's base64 of what has been encrypted with the public key,
 * RSA with PKCS #1 v1.5 padding (novaclient crypto.py: `openssl rsautl -decrypt`).
 * @param keyFile path of the private key, PEM, without a passphrase
 * @throws Failure when the file cannot be read, is no such key, or is another's
 */
export async function decryptPassword(ciphered: string, keyFile: string): Promise<string> {
  const { constants, createPrivateKey, privateDecrypt } = await import('node:crypto');
  const failure = (why: string): Failure =>
    new Failure(`The password cannot be decrypted with ${keyFile}: ${why}`, {
      hint: 'Without the key the ciphered password is shown, for another program to decrypt.',
    });
  const pem = await readText(keyFile, failure, { expandsHome: false });
  try {
    // Node refuses to remove this padding itself: whoever can ask often could guess the key. Here its owner asks once.
    const block = privateDecrypt(
      { key: createPrivateKey(pem), padding: constants.RSA_NO_PADDING },
      Buffer.from(ciphered, 'base64'),
    );
    const end = block.indexOf(0, 2);
    if (block[0] === 0 && block[1] === 2 && end >= 10) return block.subarray(end + 1).toString('utf8');
  } catch (error) {
    throw failure(messageOf(error));
  }
  throw failure('it was encrypted with another key.');
}
