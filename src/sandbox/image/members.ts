import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import type { Image, ImageMember } from '../world-image.js';
import { type ImageCall, imageOf, timeOf } from './call.js';
import { knownImage } from './visible.js';

/** `/v2/images/{id}/members[/{tenant}]`: with whom an image is shared; a member sees only themselves. */
export function imageMembers(call: ImageCall, id: string): Answer | undefined {
  const [, , , tenantId, more] = call.parts;
  if (more !== undefined) return undefined;
  const image = knownImage(call.cloud, call.caller, id);
  if (image === undefined) throw new Refusal(404, `Image ${id} not found.`);
  const { admin, token } = call.caller;
  const owns = admin || image.ownerId === token.tenantId;
  if (tenantId === undefined) {
    if (call.method === 'POST') return addMember(call, image, owns);
    if (call.method !== 'GET') return undefined;
    if (image.visibility !== 'shared') {
      throw new Refusal(403, `Not allowed to list members for image ${id}: Only shared images have members.`);
    }
    const rows = image.members.filter((row) => owns || row.tenantId === token.tenantId);
    return json(200, { members: rows.map((row) => view(image, row)), schema: '/v2/schemas/members' });
  }
  const found = image.members.find((row) => row.tenantId === tenantId && (owns || tenantId === token.tenantId));
  if (found === undefined) {
    if (image.visibility !== 'shared') throw new Refusal(404, 'Only shared images have members.');
    throw new Refusal(404, `${tenantId} not found in the member list of the image ${id}.`);
  }
  if (call.method === 'GET') return json(200, view(image, found));
  if (call.method === 'PUT') return changeMember(call, image, found);
  if (call.method !== 'DELETE') return undefined;
  if (!owns) throw new Refusal(403, `Not allowed to delete members for image ${id}.`);
  image.members.splice(image.members.indexOf(found), 1);
  return nothing();
}

function view({ id }: Image, { tenantId, status, created, updated }: ImageMember): unknown {
  return {
    member_id: tenantId,
    image_id: id,
    status,
    created_at: created,
    updated_at: updated,
    schema: '/v2/schemas/member',
  };
}

function addMember(call: ImageCall, image: Image, owns: boolean): Answer {
  if (!owns) throw new Refusal(403, `Not allowed to create members for image ${image.id}.`);
  const tenantId = asText(asObject(parsed(call.body))?.member);
  if (tenantId === undefined) throw new Refusal(400, 'Member to be added not specified');
  if (image.visibility !== 'shared') throw new Refusal(403, 'Only shared images have members.');
  if (image.members.some((row) => row.tenantId === tenantId)) {
    throw new Refusal(409, `Member ${tenantId} is duplicated for image ${image.id}`);
  }
  const row = newMember(call, tenantId, 'pending');
  image.members.push(row);
  return json(200, view(image, row));
}

/** A tenant with whom an image is shared. */
export function newMember(call: ImageCall, tenantId: string, status: ImageMember['status']): ImageMember {
  const now = timeOf(call);
  return { tenantId, status, canShare: false, created: now, updated: now };
}

/** Whether to share an image is for the member to say, not for its owner. */
function changeMember(call: ImageCall, image: Image, row: ImageMember): Answer {
  const { admin, token } = call.caller;
  if (!admin && row.tenantId !== token.tenantId) {
    throw new Refusal(403, `Not allowed to update members for image ${image.id}.`);
  }
  const status = asObject(parsed(call.body))?.status;
  if (status === undefined) throw new Refusal(400, 'Status not specified');
  if (status !== 'pending' && status !== 'accepted' && status !== 'rejected') {
    throw new Refusal(400, `Incorrect request: The status must be one of pending, accepted or rejected, not ${status}`);
  }
  row.status = status;
  row.updated = timeOf(call);
  return json(200, view(image, row));
}

/** `PUT` and `DELETE /v2/images/{id}/tags/{tag}`. */
export function imageTag(call: ImageCall, id: string, tag: string): Answer | undefined {
  if (call.method !== 'PUT' && call.method !== 'DELETE') return undefined;
  const image = imageOf(call, id);
  const { admin, token } = call.caller;
  if (!admin && image.ownerId !== token.tenantId) {
    throw new Refusal(403, `Not allowed to update tags for image ${id}.`);
  }
  const others = image.tags.filter((one) => one !== tag);
  if (call.method === 'DELETE' && others.length === image.tags.length) {
    throw new Refusal(404, `${tag} is not a tag of image ${id}.`);
  }
  image.tags = call.method === 'PUT' ? [...others, tag].sort() : others;
  image.updated = timeOf(call);
  return nothing();
}
