import { text } from '../../command/options.js';
import { Failure, UsageError } from '../../core/errors.js';
import { atLeast } from '../../lib/microversion.js';
import { pythonText } from '../../lib/python/repr.js';
import type { Json } from '../../lib/read.js';
import { blockDeviceMapping, blockDevices, mappingsOf } from '../../services/compute/block-devices.js';
import { findFlavorId } from '../../services/compute/flavors.js';
import { filesOf, userDataOf } from '../../services/compute/injected-files.js';
import { nicsOf } from '../../services/compute/nics.js';
import { findImageId, findImagesWith } from '../../services/image/nova-images.js';
import type { Session } from '../../session/session.js';
import { pairsOf } from './metadata.js';

/** What `nova boot` is told besides the name. */
interface BootOptions {
  readonly flavor?: string | undefined;
  readonly image?: string | undefined;
  readonly imageWith: readonly string[];
  readonly bootVolume?: string | undefined;
  readonly snapshot?: string | undefined;
  readonly minCount?: number | undefined;
  readonly maxCount?: number | undefined;
  readonly meta: readonly string[];
  readonly file: readonly string[];
  readonly keyName?: string | undefined;
  readonly userData?: string | undefined;
  readonly availabilityZone?: string | undefined;
  readonly securityGroups?: string | undefined;
  readonly blockDeviceMapping: readonly string[];
  readonly blockDevice: readonly string[];
  readonly swap?: string | undefined;
  readonly ephemeral: readonly string[];
  readonly hint: readonly string[];
  readonly nic: readonly string[];
  readonly configDrive?: string | undefined;
  readonly adminPass?: string | undefined;
  readonly accessIpV4?: string | undefined;
  readonly accessIpV6?: string | undefined;
  readonly description?: string | undefined;
  readonly tags?: string | undefined;
  readonly returnReservationId: boolean;
  readonly trustedImageCertificateId: readonly string[];
  readonly trustedImageCertificateIds?: string | undefined;
  readonly host?: string | undefined;
  readonly hypervisorHostname?: string | undefined;
  readonly hostname?: string | undefined;
}

/** `OS_TRUSTED_IMAGE_CERTIFICATE_IDS`, which no option of its own stands for. */
export const trustedCertificatesOfEnvironment = {
  trustedImageCertificateIds: text('<ids>', 'Trusted image certificate IDs, separated by commas.', {
    env: ['OS_TRUSTED_IMAGE_CERTIFICATE_IDS'],
    hidden: true,
  }),
} as const;

/**
 * The body of `POST /servers`, all of it looked up and checked in novaclient's order (v2/shell.py, _boot; v2/servers.py,
 * _boot).
 * @param warn told when several images have the properties of `--image-with`
 * @throws UsageError and Failure in its sentences
 */
export async function bootRequest(
  session: Session,
  name: string,
  given: BootOptions,
  warn: (line: string) => void,
): Promise<Json> {
  const properties = pairsOfOption('--image-with', given.imageWith);
  const hints = hintsOf(pairsOfOption('--hint', given.hint));
  const version = await session.microversion();
  if (!given.flavor) throw new Failure('you need to specify a Flavor ID.');
  const image = given.image
    ? await findImageId(session, given.image)
    : properties.length > 0
      ? await imageWith(session, properties, warn)
      : undefined;
  const counts = countsOf(given);
  const flavor = await findFlavorId(session, given.flavor);
  const metadata = pairsOf(given.meta);
  const personality = await filesOf(given.file);
  const userData = given.userData ? await userDataOf(given.userData) : undefined;
  const mappings = mappingsOf(given.blockDeviceMapping);
  const devices = blockDevices(given, version);
  const sources = [image, given.bootVolume, given.snapshot].filter(Boolean).length;
  if (sources > 1 || (sources === 0 && devices.length + mappings.size === 0)) {
    throw new Failure(
      'you need to specify at least one source ID (Image, Snapshot, or Volume), a block device mapping or provide a set ' +
        'of properties to match against an image',
    );
  }
  if (mappings.size > 0 && devices.length > 0) {
    throw new Failure(
      "you can't mix old block devices (--block-device-mapping) with the new ones (--block-device, --boot-volume, " +
        '--snapshot, --ephemeral, --swap)',
    );
  }
  const networks = await nicsOf(session, given.nic);
  const configDrive = configDriveOf(given.configDrive);
  const certificates = trustedCertificates(given, version);
  const server = {
    name,
    imageRef: image ?? '',
    flavorRef: flavor,
    ...unlessEmpty({ user_data: userData, metadata }),
    ...(given.returnReservationId && { return_reservation_id: true }),
    ...unlessEmpty({ key_name: given.keyName, config_drive: configDrive, adminPass: given.adminPass }),
    ...counts,
    ...unlessEmpty({
      security_groups: given.securityGroups ? given.securityGroups.split(',').map((name) => ({ name })) : [],
      personality,
      availability_zone: given.availabilityZone,
      block_device_mapping: blockDeviceMapping(mappings),
      block_device_mapping_v2: devices.length > 0 && image !== undefined ? [ofImage(image), ...devices] : devices,
    }),
    ...(networks !== undefined && { networks }),
    ...(given.accessIpV4 !== undefined && { accessIPv4: given.accessIpV4 }),
    ...(given.accessIpV6 !== undefined && { accessIPv6: given.accessIpV6 }),
    ...unlessEmpty({
      description: given.description,
      tags: given.tags ? given.tags.split(',') : undefined,
      trusted_image_certificates: certificates,
      host: given.host,
      hypervisor_hostname: given.hypervisorHostname,
      hostname: given.hostname,
    }),
  };
  return { server, ...unlessEmpty({ 'os:scheduler_hints': hints }) };
}

/** Beside other devices the image has to be named as one, too (Launchpad bug 1433609). */
const ofImage = (uuid: string): Json => ({
  uuid,
  source_type: 'image',
  destination_type: 'local',
  boot_index: 0,
  delete_on_termination: true,
});

/** Those of which there is something. */
function unlessEmpty(fields: Json): Json {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) =>
      typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value),
    ),
  );
}

/** An option whose argparse type is `key=value`. @throws UsageError for a word that is none */
function pairsOfOption(flag: string, words: readonly string[]): readonly (readonly [string, string])[] {
  return words.map((word) => {
    const at = word.indexOf('=');
    if (at < 0) throw new UsageError(`argument ${flag}: '${word}' is not in the format of 'key=value'`);
    return [word.slice(0, at), word.slice(at + 1)] as const;
  });
}

/** A hint that is given several times becomes a list. */
function hintsOf(pairs: readonly (readonly [string, string])[]): Json {
  const hints = new Map<string, string | string[]>();
  for (const [key, value] of pairs) {
    const before = hints.get(key);
    hints.set(key, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(hints);
}

async function imageWith(
  session: Session,
  properties: readonly (readonly [string, string])[],
  warn: (line: string) => void,
): Promise<string> {
  const found = await findImagesWith(session, properties);
  const [first] = found;
  if (first === undefined) throw new Failure('No images match the property expected by --image-with');
  if (found.length > 1) warn(`WARNING: Multiple matching images: ${pythonText(found)}\nUsing image: ${first}`);
  return first;
}

function countsOf({ minCount, maxCount }: BootOptions): { readonly min_count: number; readonly max_count: number } {
  if (minCount !== undefined && minCount < 1) throw new Failure('min_count should be >= 1');
  if (maxCount !== undefined && maxCount < 1) throw new Failure('max_count should be >= 1');
  if (minCount !== undefined && maxCount !== undefined && minCount > maxCount) {
    throw new Failure('min_count should be <= max_count');
  }
  return { min_count: minCount ?? 1, max_count: maxCount ?? minCount ?? 1 };
}

function configDriveOf(word = ''): boolean {
  const lowered = word.toLowerCase();
  if (lowered === 'true' || lowered === '1') return true;
  if (['false', '0', '', 'none'].includes(lowered)) return false;
  throw new Failure("The value of the '--config-drive' option must be a boolean value.");
}

/** What was given, or stands in the environment. @throws Failure where the API has none, and the environment has */
export function trustedCertificates(
  given: Pick<BootOptions, 'trustedImageCertificateId' | 'trustedImageCertificateIds'>,
  version: string | undefined,
): readonly string[] {
  const { trustedImageCertificateId: ids, trustedImageCertificateIds: environment } = given;
  if (ids.length > 0 || !environment) return ids;
  if (atLeast(version, '2.63')) return environment.split(',');
  const words = "'OS_TRUSTED_IMAGE_CERTIFICATE_IDS' argument is only allowed since microversion 2.63.";
  throw new Failure(words, { name: 'UnsupportedAttribute' });
}
