import { Failure } from '../../core/errors.js';
import { atLeast } from '../../lib/microversion.js';
import type { Json } from '../../lib/read.js';
import { filesOf, userDataOf } from '../../services/compute/injected-files.js';
import { findImageId } from '../../services/image/nova-images.js';
import type { Session } from '../../session/session.js';
import { trustedCertificates } from './boot-request.js';
import { pairsOf } from './metadata.js';

/** What `nova rebuild` is told besides the server and the image. */
interface RebuildOptions {
  readonly rebuildPassword?: string | undefined;
  readonly preserveEphemeral: boolean;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly meta: readonly string[];
  readonly file: readonly string[];
  readonly keyName?: string | undefined;
  readonly keyUnset: boolean;
  readonly userData?: string | undefined;
  readonly userDataUnset: boolean;
  readonly trustedImageCertificateId: readonly string[];
  readonly trustedImageCertificateIds?: string | undefined;
  readonly trustedImageCertificatesUnset: boolean;
  readonly hostname?: string | undefined;
}

/**
 * The body of the action `rebuild`, looked up and checked in novaclient's order (v2/shell.py, do_rebuild).
 * @throws Failure in its sentences, for what is set and unset at once among others
 */
export async function rebuildRequest(session: Session, image: string, given: RebuildOptions): Promise<Json> {
  const version = await session.microversion();
  const imageRef = await findImageId(session, image);
  const metadata = pairsOf(given.meta);
  const personality = await filesOf(given.file);
  const { userData, userDataUnset, keyName, keyUnset, trustedImageCertificatesUnset: certificatesUnset } = given;
  if (userDataUnset && userData) throw new Failure("Cannot specify '--user-data-unset' with '--user-data'.");
  const user_data = userData ? await userDataOf(userData) : undefined;
  if (keyUnset && keyName) throw new Failure("Cannot specify '--key-unset' with '--key-name'.");
  const certificates = trustedCertificates(given, version);
  if (certificatesUnset && certificates.length > 0) {
    throw new Failure(
      "Cannot specify '--trusted-image-certificates-unset' with '--trusted-image-certificate-id' or with " +
        'OS_TRUSTED_IMAGE_CERTIFICATE_IDS env variable set.',
    );
  }
  return {
    imageRef,
    ...(given.rebuildPassword !== undefined && { adminPass: given.rebuildPassword }),
    ...(given.preserveEphemeral && { preserve_ephemeral: true }),
    ...(given.name !== undefined && { name: given.name }),
    // novaclient sends one in every case, and so clears it where none is given.
    ...(atLeast(version, '2.19') && { description: given.description ?? null }),
    ...(keyUnset ? { key_name: null } : keyName && { key_name: keyName }),
    ...(certificatesUnset
      ? { trusted_image_certificates: null }
      : certificates.length > 0 && { trusted_image_certificates: certificates }),
    ...(given.hostname !== undefined && { hostname: given.hostname }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
    ...(personality.length > 0 && { personality }),
    ...(userDataUnset ? { user_data: null } : user_data !== undefined && { user_data }),
  };
}
