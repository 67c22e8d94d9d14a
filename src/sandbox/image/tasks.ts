import { randomUUID } from 'node:crypto';
import { type Answer, asObject, asText, json, parsed, Refusal } from '../call.js';
import type { ImageTask } from '../world-image.js';
import {
  administratorsOnly,
  descending,
  type ImageCall,
  imageOf,
  limitOf,
  pageLinks,
  tablesOf,
  timeOf,
} from './call.js';

/** `/v2/tasks[/{id}]`, for administrators. */
export function imageTasks(call: ImageCall): Answer | undefined {
  const [, id, more] = call.parts;
  if (more !== undefined) return undefined;
  administratorsOnly(call);
  const { tasks } = tablesOf(call);
  if (id === undefined) {
    if (call.method === 'POST') return createTask(call);
    return call.method === 'GET' ? listTasks(call) : undefined;
  }
  if (call.method === 'DELETE') {
    throw new Refusal(405, 'Tasks are not deleted by request: they go when the time of their expires_at has come.');
  }
  if (call.method !== 'GET') return undefined;
  const found = tasks.find((row) => row.id === id);
  if (found === undefined) throw new Refusal(404, `Could not find task ${id}`);
  return json(200, view(found));
}

function listTasks(call: ImageCall): Answer {
  const { query } = call;
  const status = query.get('status');
  if (status !== null && !['pending', 'processing', 'success', 'failure'].includes(status)) {
    throw new Refusal(400, `Invalid status value: ${status}`);
  }
  const type = query.get('type');
  if (type !== null && type !== 'import') throw new Refusal(400, `Invalid type value: ${type}`);
  const key = query.get('sort_key') ?? 'created_at';
  const down = descending(query.get('sort_dir'));
  const limit = limitOf(call);
  const column = (row: ImageTask): string => String(stub(row)[key] ?? '');
  const rows = tablesOf(call)
    .tasks.filter((row) => (status === null || row.status === status) && (type === null || row.type === type))
    .sort((a, b) => {
      const [x, y] = column(a) === column(b) ? [a.id, b.id] : [column(a), column(b)];
      return x < y === down ? 1 : -1;
    });
  const marker = query.get('marker');
  const at = marker === null ? 0 : rows.findIndex((row) => row.id === marker) + 1;
  if (marker !== null && at === 0) throw new Refusal(400, `Could not find task ${marker}`);
  const shown = rows.slice(at, at + limit);
  const links = pageLinks(call, shown.at(-1)?.id, shown.length === limit);
  return json(200, { tasks: shown.map(stub), schema: '/v2/schemas/tasks', ...links });
}

/** What a list says of a task: neither what went in nor what came out. */
function stub(row: ImageTask): Record<string, unknown> {
  return {
    id: row.id,
    type: row.type,
    status: row.status,
    owner: row.ownerId,
    ...(row.imageId === null ? {} : { image_id: row.imageId }),
    request_id: row.requestId,
    user_id: row.userId,
    ...(row.expires === null ? {} : { expires_at: row.expires }),
    created_at: row.created,
    updated_at: row.updated,
    self: `/v2/tasks/${row.id}`,
    schema: '/v2/schemas/task',
  };
}

function view(row: ImageTask): unknown {
  return { ...stub(row), input: row.input, result: row.result, message: row.message };
}

function createTask(call: ImageCall): Answer {
  const given = asObject(parsed(call.body));
  const type = asText(given?.type);
  if (type === undefined) throw new Refusal(400, "Task 'type' is required");
  if (given?.input === undefined) throw new Refusal(400, "Task 'input' is required");
  const now = timeOf(call);
  const row: ImageTask = {
    id: randomUUID(),
    type,
    status: 'pending',
    ownerId: call.caller.token.tenantId ?? '',
    userId: call.caller.token.userId,
    imageId: null,
    requestId: call.requestId,
    input: given.input,
    result: null,
    message: '',
    created: now,
    updated: now,
    expires: null,
  };
  tablesOf(call).tasks.push(row);
  return json(201, view(row), { location: `${call.root}/v2/tasks/${row.id}` });
}

/** `GET /v2/images/{id}/tasks`: of one image, as the database has them. */
export function tasksOfImage(call: ImageCall, id: string): Answer {
  const image = imageOf(call, id);
  const time = (text: string): string => text.replace('Z', '.000000');
  const rows = tablesOf(call).tasks.filter(({ imageId }) => imageId === image.id);
  return json(200, {
    tasks: rows.map((row) => ({
      id: row.id,
      type: row.type,
      status: row.status,
      owner: row.ownerId,
      expires_at: row.expires === null ? null : time(row.expires),
      created_at: time(row.created),
      updated_at: time(row.updated),
      deleted_at: null,
      deleted: false,
      image_id: row.imageId,
      request_id: row.requestId,
      user_id: row.userId,
      input: row.input,
      result: row.result,
      message: row.message,
    })),
  });
}
