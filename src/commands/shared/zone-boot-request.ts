import { Failure } from '../../core/errors.js';
import { firstIn } from '../../lib/items-of.js';
import type { Json } from '../../lib/read.js';
import { inHome, isThere } from '../../lib/text-file.js';
import { listFlavors } from '../../services/compute/flavors.js';
import { listComputeImages } from '../../services/compute/images.js';
import { filesOf } from '../../services/compute/injected-files.js';
import type { Session } from '../../session/session.js';
import { pairsOf } from './metadata.js';

interface ZoneBoot {
  readonly flavor?: string | undefined;
  readonly image?: string | undefined;
  readonly meta: readonly string[];
  readonly file: readonly string[];
  /** Empty: one of those that people have. */
  readonly keyFile?: string | undefined;
  readonly reservationId?: string | undefined;
  readonly minInstances?: number | undefined;
  readonly maxInstances?: number | undefined;
}

/** The first release's own image and size, where none is named. */
const IMAGE = 'Ubuntu 10.04 LTS (lucid)';
const RAM = 256;

/**
 * What is booted somewhere below a zone (novaclient 2.6.0, v1_1/shell.py, _boot).
 * @throws Failure in its sentences for what cannot be
 */
export async function zoneBootRequest(session: Session, name: string, options: ZoneBoot): Promise<Json> {
  const { meta, file, keyFile, reservationId, minInstances: min = 1, maxInstances: max = min } = options;
  if (min > max) throw new Failure('min_instances should be <= max_instances');
  if (min === 0) throw new Failure('min_instances nor max_instances should be 0');
  const flavorRef =
    options.flavor ?? (await first(listFlavors(session, {}), (one) => one.ram === RAM, 'Flavor', 'ram', RAM));
  const imageRef =
    options.image ??
    (await first(listComputeImages(session), (one) => one.name === IMAGE, 'Image', 'name', `'${IMAGE}'`));
  const keyed = keyFile === undefined ? [] : [`/root/.ssh/authorized_keys2=${keyFile || ownKey()}`];
  const personality = await filesOf([...file, ...keyed]);
  return {
    ...{ name, imageRef, flavorRef, min_count: min, max_count: max },
    ...(meta.length > 0 && { metadata: pairsOf(meta) }),
    ...(reservationId && { reservation_id: reservationId }),
    ...(personality.length > 0 && { personality }),
  };
}

async function first(
  pages: AsyncIterable<readonly Json[]>,
  isIt: (one: Json) => boolean,
  kind: string,
  key: string,
  wanted: number | string,
): Promise<unknown> {
  const found = await firstIn(pages, isIt);
  if (found !== undefined) return found.id;
  throw new Failure(`No ${kind} matching {'${key}': ${wanted}}. (HTTP 404)`);
}

function ownKey(): string {
  const found = ['id_dsa.pub', 'id_rsa.pub'].map((file) => inHome(`.ssh/${file}`)).find(isThere);
  if (found !== undefined) return found;
  throw new Failure("Couldn't find a key file: tried ~/.ssh/id_dsa.pub or ~/.ssh/id_rsa.pub");
}
