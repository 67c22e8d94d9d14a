import { type Answer, type Call, json, page, Refusal } from '../call.js';
import { type Cloud, callerOf } from '../cloud.js';
import { reasonPhrase } from '../reason-phrases.js';
import { type ImageCall, imageOf, noSuchPath } from './call.js';
import { download, upload } from './data.js';
import { createImage, deleteImage, listImages, patchImage, switchImage } from './images.js';
import { cache, info } from './info.js';
import { imageMembers, imageTag } from './members.js';
import { metadefs } from './metadefs.js';
import { schemaAnswer } from './schemas.js';
import { imageTasks, tasksOfImage } from './tasks.js';
import { imagesV1 } from './v1.js';
import { sharedImages } from './v1-members.js';
import { imageView } from './view.js';

/** Glance: versions, `/v1` and `/v2`. Its errors are HTML pages. */
export function image(cloud: Cloud, call: Call): Answer {
  try {
    const answer = answered(cloud, call);
    return call.path.length > 1 ? withId(call, answer) : answer;
  } catch (error) {
    if (error instanceof Refusal) return error.status === 401 ? htmlError(error) : withId(call, htmlError(error));
    throw error;
  }
}

function withId({ requestId }: Call, answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'x-openstack-request-id': requestId } };
}

/** An error as webob makes a page of it. */
function htmlError({ status, message, headers }: Refusal): Answer {
  const title = `${status} ${reasonPhrase(status)}`;
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return page(
    status,
    `<html>\n <head>\n  <title>${title}</title>\n </head>\n <body>\n  <h1>${title}</h1>\n  ${text}<br /><br />\n\n\n\n </body>\n</html>`,
    headers,
  );
}

function answered(cloud: Cloud, call: Call): Answer {
  const [version, kind] = call.path;
  if (version === undefined) return versions(call, 300);
  if (version === 'versions' && kind === undefined) return versions(call, 200);
  if (version !== 'v1' && version !== 'v2') return versions(call, 300);
  if (kind === undefined) return versions(call, 300);
  const caller = callerOf(cloud, call);
  if (caller === undefined) {
    const sentence =
      'This server could not verify that you are authorized to access the document you requested. Either you supplied ' +
      'the wrong credentials (e.g., bad password), or your browser does not understand how to supply the credentials ' +
      'required.';
    throw new Refusal(401, sentence, { 'www-authenticate': `Keystone uri="${cloud.layout.root('identity')}"` });
  }
  const imageCall: ImageCall = { ...call, cloud, caller, parts: call.path.slice(1) };
  const answer = version === 'v1' ? v1(imageCall) : v2(imageCall);
  if (answer === undefined) throw noSuchPath();
  return answer;
}

/** As a glance listed that had both APIs and all versions of the second. */
function versions(call: Call, status: number): Answer {
  const row = (id: string, state: string, path: string): unknown => ({
    id,
    status: state,
    links: [{ rel: 'self', href: `${call.root}/${path}/` }],
  });
  const second = [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
  return json(status, {
    versions: [
      ...second.map((minor) => row(`v2.${minor}`, minor === 15 ? 'CURRENT' : 'SUPPORTED', 'v2')),
      row('v1.1', 'DEPRECATED', 'v1'),
      row('v1.0', 'DEPRECATED', 'v1'),
    ],
  });
}

function v1(call: ImageCall): Answer | undefined {
  const [kind] = call.parts;
  if (kind === 'images') return imagesV1(call);
  return kind === 'shared-images' ? sharedImages(call) : undefined;
}

function v2(call: ImageCall): Answer | undefined {
  const [kind] = call.parts;
  switch (kind) {
    case 'images':
      return images(call);
    case 'schemas':
      return schemaAnswer(call);
    case 'tasks':
      return imageTasks(call);
    case 'metadefs':
      return metadefs(call);
    case 'info':
      return info(call);
    case 'cache':
      return cache(call);
  }
  return undefined;
}

function images(call: ImageCall): Answer | undefined {
  const { method } = call;
  const [, id, part, which, more] = call.parts;
  if (more !== undefined) return undefined;
  if (id === undefined) {
    if (method === 'POST') return createImage(call);
    return method === 'GET' ? listImages(call) : undefined;
  }
  switch (part) {
    case undefined:
      if (method === 'GET') return json(200, imageView(imageOf(call, id)));
      if (method === 'PATCH') return patchImage(call, id);
      return method === 'DELETE' ? deleteImage(call, id) : undefined;
    case 'file':
      if (which !== undefined) return undefined;
      if (method === 'PUT') return upload(call, id);
      return method === 'GET' ? download(call, id) : undefined;
    case 'members':
      return imageMembers(call, id);
    case 'tags':
      return which === undefined ? undefined : imageTag(call, id, which);
    case 'actions':
      return switchImage(call, id, which);
    case 'tasks':
      return method === 'GET' && which === undefined ? tasksOfImage(call, id) : undefined;
  }
  return undefined;
}
