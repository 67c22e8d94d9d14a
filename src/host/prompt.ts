import { closeSync, openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { Quiet } from '../core/errors.js';

/**
 * Asks on the terminal itself, so that a redirected standard output stays clean, and shows nothing of what is typed.
 * @returns the line; undefined when it was ended with Ctrl-D
 */
export async function askPassword(question: string): Promise<string | undefined> {
  const fd = openSync('/dev/tty', 'r+');
  const terminal = new ReadStream(fd);
  try {
    terminal.setRawMode(true);
    writeSync(fd, question);
    return await readLine(terminal);
  } finally {
    terminal.setRawMode(false);
    writeSync(fd, '\n');
    terminal.destroy();
    try {
      closeSync(fd);
    } catch {
      // destroying the stream has closed it
    }
  }
}

function readLine(terminal: ReadStream): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let typed = '';
    terminal.setEncoding('utf8');
    terminal.on('error', reject);
    terminal.on('data', (chunk) => {
      for (const char of String(chunk)) {
        if (char === '\r' || char === '\n') return resolve(typed);
        if (char === '\x03') return reject(new Quiet('interrupted'));
        if (char === '\x04') return resolve(typed === '' ? undefined : typed);
        if (char === '\x7f' || char === '\b') typed = [...typed].slice(0, -1).join('');
        else if (char === '\x15') typed = '';
        else if (char >= ' ') typed += char;
      }
    });
  });
}
