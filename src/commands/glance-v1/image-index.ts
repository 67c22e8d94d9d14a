import { plainText } from '../../command/define.js';
import { visibleLine } from '../../lib/escape.js';
import { pythonText } from '../../lib/python/repr.js';
import { legacyArguments, legacyImages, legacyOptions } from '../shared/legacy-images.js';

export const about = { summary: 'DEPRECATED! Use image-list instead.', aliases: ['index'] };

const COLUMNS = [
  { title: 'ID', key: 'id', width: 36 },
  { title: 'Name', key: 'name', width: 30 },
  { title: 'Disk Format', key: 'disk_format', width: 20 },
  { title: 'Container Format', key: 'container_format', width: 20 },
  { title: 'Size', key: 'size', width: 14, isRight: true },
];

export default plainText({
  openstack: 'image list {limit?} {marker?} {sortKey?} {sortDir?} {filters?}',
  login: true,
  options: legacyOptions,
  arguments: legacyArguments,
  run: async function* (context) {
    const pages = legacyImages(context);
    let head = `${COLUMNS.map(({ title, width }) => fitted(title, width)).join(' ')}\n`;
    head += `${COLUMNS.map(({ width }) => '-'.repeat(width)).join(' ')}\n`;
    for await (const page of pages) {
      const rows = page.map((image) =>
        COLUMNS.map(({ key, width, isRight }) => fitted(visibleLine(pythonText(image[key])), width, isRight)).join(' '),
      );
      yield [head, ...rows.map((row) => `${row}\n`)].join('');
      head = '';
    }
  },
});

/** As wide as the column, whatever it takes. */
function fitted(text: string, width: number, isRight = false): string {
  const characters = Array.from(text).slice(0, width);
  const blanks = ' '.repeat(width - characters.length);
  return isRight ? blanks + characters.join('') : characters.join('') + blanks;
}
