import { type Answer, asText, json, Refusal } from '../call.js';
import type { Fields } from '../resource.js';
import type { AgentBuild } from '../world.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';
import { answered, type ComputeResource, invalid, nextNumber } from './kind.js';

const builds: ComputeResource<AgentBuild> = {
  one: 'agent',
  many: 'agents',
  rows: ({ cloud }) => cloud.world.agents,
  id: ({ number }) => String(number),
  missing: (id) => `Agent with id ${id} could not be found.`,
  view: (_, { number, ...build }) => ({ agent_id: number, ...build }),
  list: (call, rows) => {
    const wanted = call.query.get('hypervisor');
    const shown = rows.filter(({ hypervisor }) => wanted === null || hypervisor === wanted);
    return json(200, { agents: shown.map((row) => builds.view(call, row, 'list')) });
  },
  create: (call, given) => {
    const row = { number: nextNumber(call.cloud.world.agents), ...(texts(given, [...OF, ...WHAT]) as Build) };
    const same = (one: AgentBuild): boolean => OF.every((key) => one[key] === row[key]);
    if (!call.cloud.world.agents.some(same)) return row;
    throw new Refusal(
      409,
      `Agent-build with hypervisor ${row.hypervisor} os ${row.os} architecture ${row.architecture} exists.`,
    );
  },
  remove: () => undefined,
  deleted: 200,
};

type Build = Omit<AgentBuild, 'number'>;
const OF = ['hypervisor', 'os', 'architecture'] as const;
const WHAT = ['version', 'url', 'md5hash'] as const;

function texts(given: Fields, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    keys.map((key) => {
      const value = asText(given[key]);
      if (value === undefined) throw invalid('agent', `'${key}' is a required property`);
      return [key, value];
    }),
  );
}

/** What is changed of a build stands under `para`. */
const changed: ComputeResource<AgentBuild> = {
  ...builds,
  one: 'para',
  update: (_, row, given) => void Object.assign(row, texts(given, WHAT)),
};

/** `/os-agents[/{id}]`, for administrators: builds of guest agents, which only Xen had; gone with its driver after 2.83. */
export function agents(call: ComputeCall): Answer {
  const [, id, part] = call.parts;
  if (part !== undefined || (call.method === 'GET' && id !== undefined)) return noRoute();
  administratorsOnly(call, 'os-agents');
  if (call.minor >= 84) throw new Refusal(410, 'This resource is no longer available. No forwarding address is given.');
  if (call.method !== 'PUT' || id === undefined) return answered(call, builds, id);
  answered(call, changed, id);
  const row = call.cloud.world.agents.find(({ number }) => String(number) === id);
  return json(200, { agent: row === undefined ? {} : builds.view(call, row, 'update') });
}
