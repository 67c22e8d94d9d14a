import type { Context } from '../../command/context.js';
import { flag, text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import type { ImageContent } from '../../services/image/download.js';

export const file = text(
  '<FILE>',
  'Local file to save downloaded image data to. If this is not specified and there is no redirection the image data ' +
    'will not be saved.',
);

export const progress = flag('Show download progress bar.');

interface ContentOptions {
  readonly file: string | undefined;
  readonly progress: boolean;
  readonly resume?: boolean;
}

/** @throws Failure where bytes would go to a terminal */
export function checkTarget({ isTerminal }: Context<unknown, unknown>['program'], wanted: string | undefined): void {
  if (wanted !== undefined || !isTerminal()) return;
  throw new Failure(
    'No redirection or local file specified for downloaded image data. Please specify a local file with --file to ' +
      'save downloaded image or redirect output to another source.',
  );
}

/** The content of an image: to the file that is named, or as the bytes that this gives. */
export async function* imageBytes(
  { program, warn }: Pick<Context<unknown, unknown>, 'program' | 'warn'>,
  options: ContentOptions,
  { open, checksum, size }: ImageContent,
): AsyncGenerator<Uint8Array> {
  const draw = options.progress ? program.progress(size) : () => undefined;
  const known = { ...(checksum === undefined ? {} : { checksum }), ...(size === undefined ? {} : { size }) };
  if (options.file !== undefined) {
    const { file: path, resume = false } = options;
    await program.save({ path, open, resume, progress: draw, say: warn, ...known });
    return;
  }
  let done = 0;
  for await (const chunk of program.checked((await open(0)).bytes, checksum, size)) {
    yield chunk;
    done += chunk.byteLength;
    draw(done);
  }
}
