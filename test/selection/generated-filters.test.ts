import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import type { HttpRequest } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { dice } from '../support/dice.js';
import { deep, seed } from '../support/property.js';
import { stackline } from '../support/stackline.js';

/** Filters for each list: 200 of them in all, or some of them where not all cases are wanted. */
const EACH = deep ? 50 : 20;
const NOW = Date.UTC(2013, 4, 1);

interface Field {
  /** As it is typed. */
  readonly name: string;
  /** Where jq finds it. */
  readonly path: string;
  readonly kind: 'word' | 'state' | 'number' | 'time' | 'truth' | 'nested';
  /** Bytes in one. */
  readonly unit?: number;
}

interface List {
  readonly line: string;
  readonly many: string;
  readonly fields: readonly Field[];
}

const at = (key: string): string => `.[${JSON.stringify(key)}]`;
const word = (name: string, key = name): Field => ({ name, path: at(key), kind: 'word' });
const of = (kind: Field['kind'], name: string, key = name, unit?: number): Field => ({
  name,
  path: at(key),
  kind,
  ...(unit === undefined ? {} : { unit }),
});

const lists: readonly List[] = [
  {
    line: 'nova list --all-tenants',
    many: 'servers',
    fields: [
      word('name'),
      word('id'),
      word('host', 'OS-EXT-SRV-ATTR:host'),
      word('tenant_id'),
      of('state', 'status'),
      of('state', 'task_state', 'OS-EXT-STS:task_state'),
      of('time', 'created'),
      of('time', 'updated'),
      of('number', 'OS-EXT-STS:power_state'),
      of('nested', 'addresses'),
      of('nested', 'metadata'),
      word('key_name'),
    ],
  },
  {
    line: 'neutron port-list',
    many: 'ports',
    fields: [
      word('name'),
      of('state', 'status'),
      word('device_owner'),
      word('mac_address'),
      word('network_id'),
      word('host', 'binding:host_id'),
      of('truth', 'admin_state_up'),
      of('nested', 'fixed_ips'),
    ],
  },
  {
    line: 'cinder list --all-tenants',
    many: 'volumes',
    fields: [
      word('name'),
      of('state', 'status'),
      of('number', 'size', 'size', 1024 ** 3),
      word('volume_type'),
      of('time', 'created', 'created_at'),
      word('bootable'),
      of('nested', 'attachments'),
    ],
  },
  {
    line: 'glance image-list',
    many: 'images',
    fields: [
      word('name'),
      of('state', 'status'),
      word('disk_format'),
      word('visibility'),
      of('number', 'size', 'size', 1),
      of('number', 'min_ram', 'min_ram', 1024 ** 2),
      of('time', 'created', 'created_at'),
      of('truth', 'protected'),
      of('nested', 'tags'),
    ],
  },
];

/** The items of a list as the cloud sent them, whatever asked for them. */
async function raw({ line, many }: List): Promise<readonly Record<string, unknown>[]> {
  const cloud = simulate();
  const rows: Record<string, unknown>[] = [];
  const transport = async (request: HttpRequest) => {
    const answer = await cloud(request);
    const parts: Uint8Array[] = [];
    for await (const part of answer.body) parts.push(part);
    const text = Buffer.concat(parts).toString();
    if (text.includes(`"${many}"`)) rows.push(...((JSON.parse(text)[many] as Record<string, unknown>[]) ?? []));
    return { ...answer, body: [Buffer.from(text)] as never };
  };
  const { code, stderr } = await stackline(line, { transport, now: () => NOW });
  assert.equal(code, 0, stderr);
  return rows;
}

/** A filter, and the program of jq that says the same. */
interface Filter {
  readonly where: string;
  readonly jq: string;
}

const LEAVES = '([.. | scalars] | if length == 0 then [null] else . end)';
const any = ({ path }: Field, condition: string): string => `(${path} | ${LEAVES} | any(.[]; ${condition}))`;
const TIME = '(sub("\\\\.[0-9]+"; "") | sub("Z?$"; "Z") | (try fromdateiso8601 catch null))';

class Filters {
  readonly #roll: (most: number) => number;
  readonly #fields: readonly Field[];
  readonly #rows: readonly Record<string, unknown>[];

  constructor(list: List, rows: readonly Record<string, unknown>[], of: (most: number) => number) {
    this.#roll = of;
    this.#fields = list.fields;
    this.#rows = rows;
  }

  filter(depth = 3): Filter {
    const kind = depth === 0 ? 9 : this.#roll(10);
    if (kind < 2) return this.#joined('and', depth);
    if (kind < 4) return this.#joined('or', depth);
    if (kind < 5) {
      const { where, jq } = this.filter(depth - 1);
      return { where: `not (${where})`, jq: `(${jq} | not)` };
    }
    return this.#comparison(this.#one(this.#fields));
  }

  #joined(operator: 'and' | 'or', depth: number): Filter {
    const parts = Array.from({ length: 2 + this.#roll(2) }, () => this.filter(depth - 1));
    const spelled = this.#roll(4) === 0 ? operator.toUpperCase() : operator;
    return {
      where: parts.map(({ where }) => `(${where})`).join(` ${spelled} `),
      jq: `(${parts.map(({ jq }) => jq).join(` ${operator} `)})`,
    };
  }

  #comparison(field: Field): Filter {
    if (this.#roll(12) === 0) return this.#null(field);
    if (field.kind === 'number') return this.#number(field);
    if (field.kind === 'time') return this.#time(field);
    const text = String(this.#leaf(field) ?? 'none');
    const choice = this.#roll(6);
    if (choice === 0) return this.#in(field, text);
    if (choice === 1 && /^[\w.-]+$/.test(text) && field.kind !== 'truth') return this.#pattern(field, text);
    if (choice === 2 && text.length > 2) return this.#glob(field, text);
    return this.#equal(field, text);
  }

  #equal(field: Field, text: string): Filter {
    const isNot = this.#roll(3) === 0;
    const same = any(field, this.#same(field, text));
    const where = `${this.#name(field)}${this.#gap()}${isNot ? '!=' : '='}${this.#gap()}${this.#quoted(text)}`;
    return { where, jq: isNot ? `(${same} | not)` : same };
  }

  #same({ kind }: Field, text: string): string {
    const wanted = JSON.stringify(kind === 'state' ? text.toLowerCase() : text);
    const own = kind === 'state' ? 'ascii_downcase' : '.';
    return `if type == "string" then (${own} == ${wanted}) elif . == null then false else (tostring == ${wanted}) end`;
  }

  #in(field: Field, text: string): Filter {
    const values = [text, String(this.#leaf(field) ?? 'other')];
    const isNot = this.#roll(3) === 0;
    const jq = any(field, values.map((value) => `(${this.#same(field, value)})`).join(' or '));
    const where = `${this.#name(field)} ${isNot ? 'not ' : ''}in (${values.map((value) => this.#quoted(value)).join(', ')})`;
    return { where, jq: isNot ? `(${jq} | not)` : jq };
  }

  #pattern(field: Field, text: string): Filter {
    const from = this.#roll(text.length - 1);
    const pattern = `${from === 0 ? '^' : ''}${text.slice(from, from + 1 + this.#roll(4)).replaceAll('.', '[.]')}`;
    const jq = any(field, `. != null and (tostring | test(${JSON.stringify(pattern)}))`);
    return { where: `${this.#name(field)}~'${pattern}'`, jq };
  }

  /** The beginning of a text, its end, or what lies between. */
  #glob(field: Field, text: string): Filter {
    const [from, to] = this.#one([
      [0, text.length - 1],
      [1, text.length],
      [1, text.length - 1],
    ] as const);
    const middle = text.slice(from, to);
    if (!/^[\w.-]+$/.test(middle)) return this.#equal(field, text);
    const glob = `${from === 0 ? '' : '*'}${middle}${to === text.length ? '' : '*'}`;
    const fold = field.kind === 'state' ? '| ascii_downcase' : '';
    const shape = field.kind === 'state' ? middle.toLowerCase() : middle;
    const test = from > 0 && to < text.length ? 'contains' : from === 0 ? 'startswith' : 'endswith';
    const on = field.kind === 'truth' ? 'type == "string" and' : '. != null and type != "boolean" and';
    const jq = any(field, `${on} (tostring ${fold} | ${test}(${JSON.stringify(shape)}))`);
    return { where: `${this.#name(field)}=${glob}`, jq };
  }

  #number(field: Field): Filter {
    const { unit } = field;
    const operator = this.#one(['<', '>', '<=', '>=', '=', '!=']);
    const isSize = unit !== undefined && this.#roll(2) === 0;
    const size = this.#roll(40);
    const text = isSize ? `${size}${this.#one(['G', 'GiB'])}` : String(Number(this.#leaf(field) ?? 0) + this.#roll(2));
    const bound = isSize ? size * 1024 ** 3 : Number(text);
    const own = isSize ? `(. * ${unit})` : '.';
    const jq = any(
      field,
      `type == "number" and ${own} ${operator === '!=' || operator === '=' ? '==' : operator} ${bound}`,
    );
    return { where: `${this.#name(field)}${operator}${text}`, jq: operator === '!=' ? `(${jq} | not)` : jq };
  }

  #time(field: Field): Filter {
    const operator = this.#one(['<', '>', '<=', '>=']);
    if (this.#roll(2) === 0) {
      const days = 1 + this.#roll(400);
      const jq = any(field, `. != null and ((${NOW / 1000} - ${TIME}) ${operator} ${days * 86_400})`);
      return { where: `${this.#name(field)} ${operator} ${days}d`, jq };
    }
    const day = new Date(Date.UTC(2012, 6 + this.#roll(14), 1 + this.#roll(28)));
    const jq = any(field, `. != null and (${TIME} ${operator} ${day.getTime() / 1000})`);
    return { where: `${this.#name(field)} ${operator} ${day.toISOString().slice(0, 10)}`, jq };
  }

  #null(field: Field): Filter {
    const isNot = this.#roll(2) === 0;
    const jq = any(field, '. == null');
    return { where: `${this.#name(field)}${isNot ? '!=' : '='}null`, jq: isNot ? `(${jq} | not)` : jq };
  }

  /** Something that stands in this field of some item. */
  #leaf(field: Field): unknown {
    const key = JSON.parse(/\[(.*)\]/.exec(field.path)?.[1] ?? '""') as string;
    const leaves = (value: unknown): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
    const all = this.#rows.flatMap((row) => leaves(row[key])).filter((leaf) => leaf !== null && leaf !== undefined);
    return all.length === 0 ? undefined : this.#one(all);
  }

  #name({ name }: Field): string {
    return this.#roll(5) === 0 ? `"${name}"` : name;
  }

  #gap(): string {
    return ' '.repeat(this.#roll(2));
  }

  /** In quotes where it would be taken for something else, and sometimes where it would not. */
  #quoted(text: string): string {
    if (/^[\w.:-]+$/.test(text) && !/^(null|\d.*)$/i.test(text) && this.#roll(2) === 0) return text;
    return `'${text.replace(/['\\]/g, '\\$&')}'`;
  }

  #one<T>(of: readonly T[]): T {
    return of[this.#roll(of.length)] as T;
  }
}

/** The ids that each of these programs leaves, by one run of jq. */
function byJq(rows: readonly unknown[], programs: readonly string[]): readonly (readonly string[])[] {
  const program = `[${programs.map((one) => `[.[] | select(${one}) | .id]`).join(',\n')}]`;
  const { stdout, stderr, status } = spawnSync('jq', ['-c', program], {
    input: JSON.stringify(rows),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr.slice(0, 2000));
  return JSON.parse(stdout) as string[][];
}

const hasJq = spawnSync('jq', ['--version']).status === 0;

describe('generated filters', { skip: hasJq ? false : 'there is no jq' }, () => {
  for (const [index, list] of lists.entries()) {
    it(`${list.line}: ${EACH} of them give the rows that jq gives on the raw answers`, async () => {
      const rows = await raw(list);
      assert.ok(rows.length > 3, `only ${rows.length} rows`);
      const made = new Filters(list, rows, dice(seed + index));
      const filters = Array.from({ length: EACH }, () => made.filter());
      const expected = byJq(
        rows,
        filters.map(({ jq }) => jq),
      );
      const sizes = new Set(expected.map(({ length }) => length));
      assert.ok(sizes.size > 2, 'they tell rows apart');
      for (const [at, { where, jq }] of filters.entries()) {
        const words = [...list.line.split(' '), '--where', where, '-c', 'id,', '-f', 'value'];
        const { stdout, stderr, code } = await stackline(words, { now: () => NOW });
        assert.equal(code, 0, `${where}\n${stderr}`);
        const ids = stdout.split('\n').filter((line) => line !== '');
        assert.deepEqual(ids.toSorted(), expected[at]?.toSorted(), `${where}\n${jq}`);
      }
    });
  }
});
