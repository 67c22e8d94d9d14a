/**
 * The moment that an identity service wrote, with or without a fraction and a `Z`, in milliseconds since 1970; undefined
 * when it is none. Without a zone it is UTC (keystone 2014.1 `token/providers/common.py` writes both).
 */
export function parseMoment(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const shape = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?(Z|[-+]\d\d:?\d\d)?$/i.exec(value.trim());
  if (shape === null) return undefined;
  const [, day, time, fraction, zone] = shape;
  const moment = Date.parse(`${day}T${time}${(fraction ?? '').slice(0, 4)}${(zone ?? 'Z').toUpperCase()}`);
  return Number.isNaN(moment) ? undefined : moment;
}

/**
 * When a token ends by this machine's clock: the two clocks are compared by the `Date` header of the answer, since
 * jump hosts are seldom right. Without a readable expiry it ends now, so that nobody keeps it.
 */
export function expiryHere(expires: unknown, dateHeader: string | undefined, now: number): number {
  const there = parseMoment(expires);
  if (there === undefined) return now;
  const date = dateHeader === undefined ? Number.NaN : Date.parse(dateHeader);
  return Number.isNaN(date) ? there : there - date + now;
}
