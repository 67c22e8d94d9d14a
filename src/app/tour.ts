import { Failure } from '../core/errors.js';
import type { TextView, TourStep, TourView } from '../core/view.js';
import type { Host } from '../host/host.js';

/** A command line of a tour: the host on which it is to be run, and what it has printed there. */
export interface Stop {
  readonly host: Host;
  screen(): string;
}

/** Runs the command lines of a tour, one after the other, as if they had been typed: `main` runs one and gives its exit code. */
export function textOfTour(host: Host, tour: TourView, main: (host: Host) => Promise<number>): TextView {
  return { kind: 'text', chunks: tourText(host, tour, main) };
}

async function* tourText(
  host: Host,
  { opening, steps, ending }: TourView,
  main: (host: Host) => Promise<number>,
): AsyncGenerator<string> {
  const stopFor = stops(host);
  yield `${opening}\n`;
  for (const step of steps) {
    const stop = stopFor(step);
    const code = await main(stop.host);
    yield stepText(step, stop.screen(), code);
  }
  yield `\n${ending}\n`;
}

/** Makes each stop of a tour on the same embedded cloud. */
export function stops(host: Host): (step: TourStep) => Stop {
  const cloud = host.sandbox.simulate();
  return ({ line }) => {
    const [words = ''] = line.split(' | ');
    const texts: string[] = [];
    const sink = { isTTY: () => false, write: (text: string) => void texts.push(text) };
    const argv = ['--sandbox', ...words.split(' ')];
    return {
      host: {
        ...host,
        program: 'stackline',
        argv,
        stdout: sink,
        stderr: sink,
        sandbox: { ...host.sandbox, simulate: () => cloud },
      },
      screen: () => texts.join(''),
    };
  };
}

/**
 * A sentence, the line that was typed, and its screen.
 *
 * @throws Failure when the line has ended with an exit code
 */
export function stepText({ sentence, line }: TourStep, screen: string, code: number): string {
  const [words, pipe] = line.split(' | ');
  if (code !== 0) throw new Failure(`The tour ended early: '${words}' gave exit code ${code}: ${screen.trimEnd()}`);
  return `\n${sentence}\n$ stackline --sandbox ${line}\n${pipe === 'sort' ? sorted(screen) : screen}`;
}

/** As `LC_ALL=C sort` would. */
const sorted = (screen: string): string => `${screen.trimEnd().split('\n').sort().join('\n')}\n`;
