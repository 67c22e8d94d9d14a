/**
 * The longest whole beginning of JSON that was cut off: what lies open is closed after the last complete member.
 * Undefined when nothing is complete, or when the text is not JSON to begin with.
 */
export function beginningOfJson(text: string): unknown {
  const end = scan(text, text.length).comma;
  if (end < 0) return undefined;
  const { open } = scan(text, end);
  try {
    return JSON.parse(text.slice(0, end) + open.slice(-DEEPEST).reverse().join(''));
  } catch {
    return undefined;
  }
}

/** Of what is nested deeper nothing is shown. */
const DEEPEST = 1000;

/** What closes all that is open there, outermost first, and where the last comma before it is that stands in no string. */
function scan(text: string, to: number): { readonly open: readonly string[]; readonly comma: number } {
  const open: string[] = [];
  let inString = false;
  let comma = -1;
  for (let at = 0; at < to; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{') open.push('}');
    else if (char === '[') open.push(']');
    else if (char === '}' || char === ']') open.pop();
    else if (char === ',') comma = at;
  }
  return { open, comma };
}
