import { Refusal } from '../call.js';
import type { Image } from '../world-image.js';
import { descending, type ImageCall, limitOf } from './call.js';
import { columns } from './query.js';
import { visibleImages } from './visible.js';

/** The images of `GET /v1/images[/detail]`: filters, order and one page; where more are is not said. */
export function v1Rows(call: ImageCall): Image[] {
  const { query } = call;
  const key = query.get('sort_key') ?? 'created_at';
  const column = Object.hasOwn(columns, key) ? columns[key] : undefined;
  if (column === undefined) {
    throw new Refusal(400, `Unsupported sort_key. Acceptable values: ${Object.keys(columns).join(', ')}`);
  }
  const down = descending(query.get('sort_dir'));
  const rows = visibleOf(call).filter((row) => matches(query, row));
  const marker = query.get('marker');
  const compare = (a: Image, b: Image): number => {
    const [x, y] = [column(a), column(b)];
    if (x === y) return a.id < b.id === down ? 1 : -1;
    const less = x === null || (y !== null && x < y);
    return less === down ? 1 : -1;
  };
  const sorted = rows.sort(compare);
  const at = marker === null ? 0 : sorted.findIndex(({ id }) => id === marker) + 1;
  if (marker !== null && at === 0) throw new Refusal(400, 'Invalid marker. Image could not be found.');
  return sorted.slice(at, at + limitOf(call));
}

/** Without `is_public` the public ones and the tenant's own; `None`, for administrators, is whatever it is. */
function visibleOf(call: ImageCall): Image[] {
  const { admin, token } = call.caller;
  const asked = call.query.get('is_public')?.toLowerCase();
  return visibleImages(call.cloud, call.caller).filter(({ visibility, ownerId, members }) => {
    const own = ownerId === token.tenantId || members.some(({ tenantId }) => tenantId === token.tenantId);
    if (asked === 'none' && admin) return true;
    if (asked === 'true') return visibility === 'public';
    if (asked === 'false') return visibility !== 'public' && (own || admin);
    return visibility === 'public' || own;
  });
}

function matches(query: URLSearchParams, row: Image): boolean {
  const same = (name: string, value: string | null): boolean => !query.has(name) || query.get(name) === value;
  const size = row.size ?? 0;
  const properties = [...query].filter(([name]) => name.startsWith('property-'));
  return (
    same('name', row.name) &&
    same('status', row.status) &&
    same('container_format', row.containerFormat) &&
    same('disk_format', row.diskFormat) &&
    same('owner', row.ownerId) &&
    size >= Number(query.get('size_min') ?? 0) &&
    size <= Number(query.get('size_max') ?? Number.POSITIVE_INFINITY) &&
    properties.every(([name, value]) => row.properties[name.slice('property-'.length)] === value)
  );
}
