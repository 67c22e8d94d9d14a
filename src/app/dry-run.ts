import type { Program } from '../command/context.js';
import { UsageError } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import type { View } from '../core/view.js';
import { curlCommand } from '../http/curl.js';
import type { HttpRequest } from '../http/transport.js';

/** `--curl`: requests as lines for a shell, below one that says where their token comes from. */
export interface Preview {
  readonly request: (request: HttpRequest) => void;
  /** Said at the end when there was no request. */
  readonly end: () => void;
}

export function preview(write: (text: string) => void, { insecure, cacert }: Settings): Preview {
  let shown = false;
  const options = { insecure, ...(cacert === undefined ? {} : { cacert }) };
  return {
    request: (request) => {
      if (!shown && request.headers['x-auth-token'] !== undefined) {
        write('# export OS_TOKEN=$(stackline token -f value -c id)\n');
      }
      shown = true;
      write(`${curlCommand(request, options)}\n`);
    },
    end: () => {
      if (!shown) write('# No API request besides the login.\n');
    },
  };
}

/** Asks for all that a view would show, and shows nothing of it. */
export async function drain(view: View): Promise<void> {
  if (view.kind === 'text') for await (const _ of view.chunks);
  else if (view.kind === 'list') for await (const _ of view.pages);
  else if (view.kind === 'outcomes') for await (const _ of view.outcomes);
  else if (view.kind === 'sections') for await (const { view: part } of view.parts) await drain(part);
}

const notShown = async (): Promise<never> => {
  throw new UsageError('--curl is for commands that ask a cloud');
};

/** What our own commands do beyond asking a cloud cannot be shown as requests. */
export const noProgram: Program = {
  run: notShown,
  serve: notShown,
  createFile: notShown,
  names: [],
  links: notShown,
  config: notShown,
  diagnostics: notShown,
  isTerminal: () => false,
};
