/** What a word of `--where` may mean beside itself: times, sizes and numbers; ages are in `lib/age.ts`. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const TIME = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?)?(?: ?(Z|UTC|GMT)|([-+])(\d\d):?(\d\d))?$/;

/** A time of ISO 8601 in milliseconds since 1970; one without a zone is in UTC, as all services mean it. */
export function timeOf(text: string): number | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', , sign, aheadH, aheadM] = match;
  const [y, m, d] = [Number(year), Number(month) - 1, Number(day)];
  const at = Date.UTC(y, m, d, Number(hour), Number(minute), Number(second)) + Number(`0${fraction}`) * SECOND;
  if (Number.isNaN(at) || new Date(Date.UTC(y, m, d)).getUTCMonth() !== m) return undefined;
  const ahead = sign === undefined ? 0 : (Number(aheadH) * HOUR + Number(aheadM) * MINUTE) * (sign === '-' ? -1 : 1);
  return at - ahead;
}

const SIZES = 'KMGTPE';

/** A size in bytes: `10G`, `512M`, `1.5TiB`; each unit is 1,024 of the one before. Undefined for anything else. */
export function sizeOf(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([KMGTPE])(?:iB|B)?$/i.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) * 1024 ** (SIZES.indexOf((match[2] ?? '').toUpperCase()) + 1);
}

/** A number, exactly: whole ones beyond 2^53 are bigints. */
export function numberOf(text: string): number | bigint | undefined {
  if (!/^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return /^[+-]?\d+$/.test(text) && !Number.isSafeInteger(value) ? BigInt(text.replace('+', '')) : value;
}

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;
/** Fields whose numbers are no bytes, where their names do not end with the unit. */
const UNITS: Readonly<Record<string, number>> = {
  ram: MIB,
  swap: MIB,
  min_ram: MIB,
  disk: GIB,
  min_disk: GIB,
  ephemeral: GIB,
  'OS-FLV-EXT-DATA:ephemeral': GIB,
  gigabytes: GIB,
  disk_available_least: GIB,
};

/**
 * How many bytes one of a field's numbers is: `size` is in GiB where the volume service says it, in bytes elsewhere.
 * @param service type of the service that was asked
 */
export function unitOf(field: string, service: string): number {
  const name = field.slice(field.lastIndexOf('.') + 1);
  const known = UNITS[name];
  if (known !== undefined) return known;
  if (/_mb$/i.test(name)) return MIB;
  if (/_gb$/i.test(name) || (name.toLowerCase() === 'size' && service === 'volume')) return GIB;
  return 1;
}
