const SHAPE =
  /^(\d{4})(?:(?:-(\d{1,2})|(\d{2})(?!$))(?:(?:-(\d{1,2})|(\d{2}))(?:[ T](\d{2})(?::?(\d{2}))?(?::?(\d{1,2})(?:[.,]\d+)?)?(?:Z|[-+](\d{2}):?(\d{2})?)?)?)?)?$/;

/** Is this a point in time as the classic clients take one: a year is enough, a time zone may be missing? */
export function isIsoTime(value: string): boolean {
  const match = SHAPE.exec(value);
  if (match === null) return false;
  const [year, month, monthPlain, day, dayPlain, hour, minute, second, zoneHour] = match.slice(1);
  const [y, m, d] = [Number(year), Number(month ?? monthPlain ?? 1), Number(day ?? dayPlain ?? 1)];
  const date = new Date(Date.UTC(2000, m - 1, d));
  // Not by the constructor: it takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(y, m - 1, d);
  const isDate = y >= 1 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  const isTime = Number(hour ?? 0) < 24 && Number(minute ?? 0) < 60 && Number(second ?? 0) < 60;
  return isDate && isTime && Number(zoneHour ?? 0) < 24;
}
