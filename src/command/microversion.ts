import { UsageError } from '../core/errors.js';
import { atLeast } from '../lib/microversion.js';
import type { Option, Options } from './options.js';

interface VersionedCommand {
  /** The command's own microversion, as data in its spec. */
  readonly microversion?: string;
  readonly options?: Options;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Is the Compute API new enough for a command and for the options that it was given? As for the classic client, what a
 * server is too old for does not exist.
 * @param microversion is asked only when something needs one
 * @throws UsageError, for options in argparse's words, that says what would be needed
 */
export async function checkMicroversion(
  given: VersionedCommand,
  microversion: () => Promise<string | undefined>,
): Promise<void> {
  const { microversion: introduced, options = {}, values } = given;
  const typed = Object.entries(options).filter(
    ([key, option]) => isVersioned(option) && values[key] !== undefined && values[key] !== option.default,
  );
  if (introduced === undefined && typed.length === 0) return;
  const version = await microversion();
  const here = version ?? 'one without microversions';
  if (introduced !== undefined && !atLeast(version, introduced)) {
    throw new UsageError(`this command needs Compute API ${introduced} or later, this is ${here}`);
  }
  const lacking = typed.filter(([, option]) => !isServed(option, version));
  const [first] = lacking;
  if (first === undefined) return;
  const words = lacking.map(([key, option]) =>
    option.kind === 'flag' ? flag(key, option) : `${flag(key, option)} ${values[key]}`,
  );
  throw new UsageError(`unrecognized arguments: ${words.join(' ')}`, {
    hint: `${flag(...first)} needs Compute API ${rangeOf(first[1])}, this is ${here}.`,
  });
}

const isVersioned = ({ microversion, lastMicroversion }: Option): boolean =>
  microversion !== undefined || lastMicroversion !== undefined;

/** Is an option known to this microversion? Where there are none, it is what the first one has. */
const isServed = ({ microversion = '2.0', lastMicroversion }: Option, version: string | undefined): boolean =>
  atLeast(version, microversion) && (lastMicroversion === undefined || atLeast(lastMicroversion, version ?? '2.1'));

function rangeOf({ microversion, lastMicroversion }: Option): string {
  if (lastMicroversion === undefined) return `${microversion} or later`;
  return `${microversion ?? '2.1'} to ${lastMicroversion}`;
}

const flag = (key: string, { long }: Option): string =>
  `--${long ?? key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
