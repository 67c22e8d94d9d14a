/**
 * A number of bytes as swiftclient's prt_bytes has it (`utils.py`): as it is, or for people in at most four characters,
 * `1.2K`. Of two numbers equally near, the even one.
 */
export function sizeOf(bytes: number, isHuman: boolean): string {
  if (!isHuman) return String(bytes);
  let rest = bytes;
  let at = 0;
  while (rest > 1023 && at < SUFFIXES.length) {
    rest /= 1024;
    at += 1;
  }
  const suffix = SUFFIXES[at - 1];
  if (suffix === undefined) return String(bytes);
  return `${rest >= 10 ? Math.trunc(rest) : oneDecimal(rest)}${suffix}`;
}

const SUFFIXES = [...'KMGTPEZY'];

function oneDecimal(value: number): string {
  const tenths = value * 10;
  const below = Math.floor(tenths);
  if (tenths - below !== 0.5) return value.toFixed(1);
  return ((below % 2 === 0 ? below : below + 1) / 10).toFixed(1);
}
