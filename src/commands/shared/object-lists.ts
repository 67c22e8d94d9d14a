import type { Column, Lines, ListView } from '../../core/view.js';
import { asRecord, asText, type Json } from '../../lib/read.js';
import { sizeOf } from '../../services/object-store/sizes.js';

/** How swift's lists look (swiftclient `shell.py` st_list). */
interface Look {
  readonly isLong: boolean;
  readonly human: boolean;
  readonly totals: boolean;
  readonly versions: boolean;
}

/** What has been listed, for the line below a long list. */
class Totals {
  count = 0;
  bytes = 0;

  async *of(pages: AsyncIterable<readonly Json[]>): AsyncGenerator<readonly Json[]> {
    for await (const page of pages) {
      for (const { count, bytes } of page) {
        this.count += Number(count ?? 0);
        this.bytes += Number(bytes ?? 0);
      }
      yield page;
    }
  }
}

/** The containers of an account: their names; or with all that is known of them, and totals below. */
export function containerList(pages: AsyncIterable<readonly Json[]>, look: Look): ListView {
  const { isLong, human } = look;
  const totals = new Totals();
  const sum = (): string => `${padded(sizeOf(totals.count, true), true).padStart(12)} ${size(totals.bytes, human)}`;
  if (look.totals) {
    const columns = [
      { title: 'Containers', value: ({ containers }: Json) => containers },
      { title: 'Objects', value: ({ count }: Json) => count },
      { title: 'Bytes', value: ({ bytes }: Json) => bytes },
    ];
    return view(columns, onlyTotals(totals, pages), { line: sum });
  }
  const plain = [
    { title: 'Name', value: ({ name }: Json) => name },
    { title: 'Count', value: ({ count }: Json) => count },
    bytesColumn(human),
  ];
  if (!isLong) return view(plain, pages, { line: ([name = '']) => name });
  const columns = [
    ...plain,
    { title: 'Timestamp', value: ({ meta }: Json) => dateOf(asRecord(meta)['x-timestamp']) },
    { title: 'Storage Policy', value: ({ meta }: Json) => asText(asRecord(meta)['x-storage-policy']) || '???' },
  ];
  return view(columns, totals.of(pages), {
    line: ([name, count = '', bytes = '', date, policy = '']) =>
      `${count.padStart(12)} ${padded(bytes, human)} ${date} ${policy.padEnd(15)} ${name}`,
    footer: sum,
    empty: sum(),
  });
}

/** The objects of a container, and what a delimiter makes of the others; likewise. */
export function objectList(pages: AsyncIterable<readonly Json[]>, look: Look): ListView {
  const { isLong, human, versions } = look;
  const totals = new Totals();
  const sum = (): string => size(totals.bytes, human);
  if (look.totals) {
    return view([{ title: 'Bytes', value: ({ bytes }: Json) => bytes }], onlyTotals(totals, pages), { line: sum });
  }
  const columns = [
    { title: 'Name', value: ({ name, subdir }: Json) => name ?? subdir },
    bytesColumn(human),
    { title: 'Last Modified', value: (one: Json) => one.last_modified ?? null, text: modified },
    {
      title: 'Content Type',
      value: (one: Json) => one.content_type ?? null,
      text: (one: Json) => textOf(one.content_type),
    },
    { title: 'Hash', value: ({ hash }: Json) => hash ?? null },
    ...(versions ? [{ title: 'Version', value: (one: Json) => one.version_id ?? 'null' }] : []),
  ];
  if (!isLong && !versions) return view(columns, pages, { line: ([name = '']) => name });
  return view(columns, totals.of(pages), {
    line: ([name = '', bytes = '', at = '', type = '', , version = '']) => {
      const [date = '', time = ''] = at.split(' ');
      const which = versions ? ` ${version.padStart(16)}` : '';
      return `${padded(bytes, human)} ${date.padStart(10)} ${time.padStart(8)}${which} ${type.padStart(24)} ${name}`;
    },
    ...(isLong ? { footer: sum, empty: sum() } : {}),
  });
}

/** One row, once all has been read. */
async function* onlyTotals(totals: Totals, pages: AsyncIterable<readonly Json[]>): AsyncGenerator<readonly Json[]> {
  let containers = 0;
  for await (const page of totals.of(pages)) containers += page.length;
  yield [{ containers, count: totals.count, bytes: totals.bytes }];
}

function view(columns: readonly Column<Json>[], pages: AsyncIterable<readonly Json[]>, lines: Lines): ListView {
  return { kind: 'list', columns: columns as readonly Column[], pages, lines };
}

const bytesColumn = (human: boolean): Column<Json> => ({
  title: 'Bytes',
  value: ({ bytes }) => bytes ?? null,
  text: ({ bytes }) => sizeOf(Number(bytes ?? 0), human),
});

const padded = (text: string, human: boolean): string => text.padStart(human ? 4 : 12);
const size = (bytes: number, human: boolean): string => padded(sizeOf(bytes, human), human);
const textOf = (value: unknown): string => ((value ?? null) === null ? 'None' : asText(value));

/** `2013-02-18 03:00:05` of `2013-02-18T03:00:05.000000`; what a delimiter made has no time. */
const modified = ({ last_modified: at }: Json): string => asText(at).replace(/T([^.]*).*$/, ' $1');

/** The time of an `x-timestamp`, in UTC. */
function dateOf(timestamp: unknown): string {
  const seconds = Number(asText(timestamp) || Number.NaN);
  if (!Number.isFinite(seconds)) return '????-??-?? ??:??:??';
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
