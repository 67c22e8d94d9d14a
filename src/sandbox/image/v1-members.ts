import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import type { Image, ImageMember } from '../world-image.js';
import { type ImageCall, ownersOnly } from './call.js';
import { newMember } from './members.js';

/** `/v1/images/{id}/members[/{tenant}]`: here a member is asked nothing, and may be let share the image further. */
export function v1Members(call: ImageCall, image: Image): Answer {
  const [, , , tenantId, more] = call.parts;
  if (more !== undefined) throw new Refusal(404, 'The resource could not be found.');
  if (call.method !== 'GET') ownersOnly(call, image, 'share');
  if (tenantId === undefined) {
    if (call.method === 'GET') return json(200, { members: image.members.map(view) });
    if (call.method !== 'PUT') throw new Refusal(405, 'The method is not allowed.');
    const wanted = asObject(parsed(call.body))?.memberships;
    image.members = (Array.isArray(wanted) ? wanted : []).map((one) => {
      const given = asObject(one);
      const id = asText(given?.member_id);
      if (id === undefined) throw new Refusal(400, 'Invalid membership association specified');
      return { ...newMember(call, id, 'accepted'), canShare: given?.can_share === true };
    });
    share(image);
    return nothing();
  }
  const found = image.members.find((row) => row.tenantId === tenantId);
  if (call.method === 'PUT') {
    const canShare = asObject(asObject(parsed(call.body))?.member)?.can_share === true;
    if (found === undefined) image.members.push({ ...newMember(call, tenantId, 'accepted'), canShare });
    else found.canShare = canShare;
    share(image);
    return nothing();
  }
  if (found === undefined) throw new Refusal(404, `Membership could not be found.`);
  if (call.method === 'GET') return json(200, { member: view(found) });
  if (call.method !== 'DELETE') throw new Refusal(405, 'The method is not allowed.');
  image.members.splice(image.members.indexOf(found), 1);
  return nothing();
}

/** What has members is shared, which v1 has no word for. */
function share(image: Image): void {
  if (image.visibility === 'private') image.visibility = 'shared';
}

function view({ tenantId, canShare }: ImageMember): Record<string, unknown> {
  return { member_id: tenantId, can_share: canShare };
}

/** `GET /v1/shared-images/{tenant}`: what is shared with a tenant. */
export function sharedImages({ cloud, parts, method }: ImageCall): Answer {
  const [, tenantId, more] = parts;
  if (method !== 'GET' || tenantId === undefined || more !== undefined) {
    throw new Refusal(404, 'The resource could not be found.');
  }
  const shared = cloud.world.images.flatMap(({ id, members }) =>
    members.filter((one) => one.tenantId === tenantId).map(({ canShare }) => ({ image_id: id, can_share: canShare })),
  );
  return json(200, { shared_images: shared });
}
