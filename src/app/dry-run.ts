import type { Program } from '../command/context.js';
import { UsageError } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import type { CommandView, TextView } from '../core/view.js';
import { curlCommand } from '../http/curl.js';
import type { HttpRequest } from '../http/transport.js';
import type { OpenSession } from '../session/cloud-session.js';
import { Unsent } from '../session/unsent.js';

/** `--curl`: what a command would send, instead of what it shows. */
export interface DryRun {
  /** Told of each request of the session. */
  readonly preview: (request: HttpRequest) => void;
  /** What the command gets instead of the program. */
  readonly program: Program;
  /** The requests of a view as lines for a shell, as they come. */
  viewOf(view: Promise<CommandView>, session: Pick<OpenSession, 'settled'>): TextView;
}

/** Requests as lines for a shell, below one that says where their token comes from. */
export function dryRun({ insecure, cacert }: Settings): DryRun {
  const options = { insecure, ...(cacert === undefined ? {} : { cacert }) };
  const lines = new LineQueue();
  let isEmpty = true;
  return {
    preview: (request) => {
      if (isEmpty && request.headers['x-auth-token'] !== undefined) {
        lines.add('# export OS_TOKEN=$(stackline token -f value -c id)\n');
      }
      isEmpty = false;
      lines.add(`${curlCommand(request, options)}\n`);
    },
    program: noProgram,
    viewOf: (view, session) => {
      const end = async (): Promise<void> => {
        try {
          await drained(view);
          if (isEmpty) lines.add('# No API request besides the login.\n');
        } finally {
          // Requests that were made side by side are shown, too.
          await session.settled();
        }
      };
      return { kind: 'text', chunks: lines.until(end()) };
    },
  };
}

/** Lines that are read while others are added. */
class LineQueue {
  readonly #lines: string[] = [];
  #wake = (): void => undefined;

  add(line: string): void {
    this.#lines.push(line);
    this.#wake();
  }

  /** All lines up to the end; rejects as the end does, after the last line. */
  async *until(end: Promise<void>): AsyncGenerator<string> {
    const ended = end.then(
      () => true,
      () => true,
    );
    for (let isOver = false; !isOver; ) {
      const added = new Promise<boolean>((resolve) => {
        this.#wake = () => resolve(false);
      });
      isOver = this.#lines.length === 0 && (await Promise.race([added, ended]));
      yield* this.#lines.splice(0);
    }
    await end;
  }
}

/** Asks for everything that a view would show, up to what cannot be known without sending. */
export async function drained(view: Promise<CommandView>): Promise<void> {
  try {
    await drain(await view);
  } catch (error) {
    // A request without an answer: the command cannot go on.
    if (!(error instanceof Unsent)) throw error;
  }
}

async function drain(view: CommandView): Promise<void> {
  if (view.kind === 'text' || view.kind === 'bytes') for await (const _ of view.chunks);
  else if (view.kind === 'list') for await (const _ of view.pages);
  else if (view.kind === 'outcomes') for await (const _ of view.outcomes);
  else if (view.kind === 'sections') for await (const { view: part } of view.parts) await drain(part);
  else if (view.kind === 'tour') await refused();
}

const refused = async (): Promise<never> => {
  throw new UsageError('--curl is for commands that ask a cloud');
};

/** What stands for a secret that nobody has been asked for. */
export const UNASKED = '$NEW_PASSWORD';

/** What our own commands do beyond asking a cloud cannot be shown as requests. */
export const noProgram: Program = {
  serve: refused,
  // Nobody is asked for what is not sent, and nothing is run.
  askSecret: async () => UNASKED,
  isAskable: () => false,
  lendTerminal: async () => 0,
  createFile: refused,
  save: async (download) => void (await download.open(0)),
  checked: (bytes) => bytes,
  placeBelow: async (_, name) => name,
  sumsOf: async () => undefined,
  progress: () => () => undefined,
  sleep: async () => undefined,
  names: [],
  otherNames: [],
  links: refused,
  config: refused,
  diagnostics: refused,
  isTerminal: () => false,
};
