/**
 * The longest whole beginning of JSON that was cut off: what lies open is closed after the last complete member.
 * Undefined when nothing is complete, or when the text is not JSON to begin with.
 */
export function beginningOfJson(text: string): unknown {
  const open: string[] = [];
  let inString = false;
  let end = -1;
  let closing = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
      continue;
    }
    if (char === '"') inString = true;
    else if (char === '{') open.push('}');
    else if (char === '[') open.push(']');
    else if (char === '}' || char === ']') open.pop();
    else if (char === ',') {
      end = at;
      closing = '';
      for (let level = open.length - 1; level >= Math.max(0, open.length - 1000); level -= 1) closing += open[level];
    }
  }
  if (end < 0) return undefined;
  try {
    return JSON.parse(text.slice(0, end) + closing);
  } catch {
    return undefined;
  }
}
