/** Python 3's `repr` of bytes, or of the UTF-8 bytes of a text: `b'caf\xc3\xa9'`. */
export function pythonBytesRepr(given: string | Uint8Array): string {
  const bytes = Buffer.from(given);
  const text = bytes.toString('latin1');
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = '';
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    if (char === quote || char === '\\') out += `\\${char}`;
    else if (char === '\n') out += '\\n';
    else if (char === '\r') out += '\\r';
    else if (char === '\t') out += '\\t';
    else out += byte < 0x20 || byte > 0x7e ? `\\x${byte.toString(16).padStart(2, '0')}` : char;
  }
  return `b${quote}${out}${quote}`;
}
