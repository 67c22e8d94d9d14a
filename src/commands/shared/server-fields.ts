import { Failure } from '../../core/errors.js';
import type { Field } from '../../core/view.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import { asText, isRecord, type Json } from '../../lib/read.js';
import { getFlavor } from '../../services/compute/flavors.js';
import { embeddedFlavor, securityGroups } from '../../services/compute/server-attributes.js';
import { networks, type Server } from '../../services/compute/servers.js';
import { getImage } from '../../services/image/nova-images.js';
import type { Session } from '../../session/session.js';

/**
 * What novaclient shows of a server (v2/shell.py, _print_server).
 * @param minimal without a look at its flavor and image, of which it only has the ids
 */
export async function serverFields(session: Session, server: Server, minimal: boolean): Promise<readonly Field[]> {
  const [flavor, image] = await Promise.all([
    flavorFields(server, minimal ? undefined : (id) => getFlavor(session, id)),
    imageField(server, minimal ? undefined : (id) => getImage(session, id)),
  ]);
  return [...plainFields(server), ...groupsField(server), ...networkFields(server), ...flavor, image];
}

type Lookup = ((id: string) => Promise<Json>) | undefined;

/** Shown in another way, or, like links and user data, not at all (novaclient v2/shell.py, _print_server). */
const NOT_AS_IS = ['addresses', 'flavor', 'image', 'links', 'security_groups', 'OS-EXT-SRV-ATTR:user_data'];

function plainFields(server: Server): readonly Field[] {
  return Object.entries(server)
    .filter(([name]) => !NOT_AS_IS.includes(name))
    .map(([name, value]) => ({ name, value }));
}

/** The API names a group once for each port. */
function groupsField(server: Server): readonly Field[] {
  if (!('security_groups' in server)) return [];
  const names = [...new Set(securityGroups(server))].sort(compareCodePoints);
  return [{ name: 'security_groups', value: server.security_groups, text: names.join(', ') }];
}

function networkFields(server: Server): readonly Field[] {
  return networks(server).map(([label, addresses]) => ({
    name: `${label} network`,
    value: addresses,
    text: addresses.join(', '),
  }));
}

/** The flavor as it was at boot, field by field, where the server has it; else the one of that id as it is now. */
async function flavorFields(server: Server, look: Lookup): Promise<readonly Field[]> {
  const embedded = embeddedFlavor(server);
  if (embedded !== undefined) {
    if (look === undefined) return [{ name: 'flavor', value: embedded, text: asText(embedded.original_name) }];
    return Object.entries(embedded).map(([key, value]) => ({ name: `flavor:${key}`, value }));
  }
  return 'flavor' in server ? [await named('flavor', 'Flavor not found', server.flavor, look)] : [];
}

async function imageField(server: Server, look: Lookup): Promise<Field> {
  const { image } = server;
  const isThere = isRecord(image) ? Object.keys(image).length > 0 : asText(image) !== '';
  if (isThere) return named('image', 'Image not found', image, look);
  return { name: 'image', value: image ?? '', text: 'Attempt to boot from volume - no image supplied' };
}

/** `name (id)`; that the name cannot be had, for whatever reason, is no reason not to show the server. */
async function named(name: string, notFound: string, reference: unknown, look: Lookup): Promise<Field> {
  const id = asText(isRecord(reference) ? reference.id : reference);
  if (look === undefined) return { name, value: { id }, text: id };
  const found = id === '' ? {} : await look(id).catch(nothing);
  const known = typeof found.name === 'string' ? found.name : undefined;
  return { name, value: { id, name: known ?? null }, text: `${known ?? notFound} (${id})` };
}

function nothing(error: unknown): Json {
  if (error instanceof Failure) return {};
  throw error;
}
