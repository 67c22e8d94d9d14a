import { Failure } from '../../core/errors.js';
import type { Host, Input } from '../../host/host.js';
import { onlyReading } from '../exchange-observers.js';
import { cloudLabel, labelOf, type Target } from './asked-clouds.js';

/**
 * The standard input of all clouds. Questions are for one of them only, the first that has any: nobody is asked for two
 * passwords at once, or types one cloud's password for another one. What one has been asked is not asked again for another
 * of its regions.
 */
export class SharedInput {
  readonly #stdin: Input;
  readonly #answers = new Map<string, Promise<string | undefined>>();
  #owner: string | undefined;
  #line: Promise<string> | undefined;

  constructor(stdin: Input) {
    this.#stdin = stdin;
  }

  of(target: Target): Input {
    const label = cloudLabel(target);
    return {
      isTTY: this.#stdin.isTTY,
      readLine: () => {
        this.#line ??= this.#stdin.readLine();
        return this.#line;
      },
      askPassword: async (question) => {
        this.#owner ??= label;
        if (this.#owner !== label) {
          throw new Failure(
            `it needs a password, and the question of this run was for ${this.#owner}: log in to it alone`,
          );
        }
        const answer = this.#answers.get(question) ?? this.#stdin.askPassword(`${label}: ${question}`);
        this.#answers.set(question, answer);
        return answer;
      },
    };
  }
}

/** The host as the run on one cloud sees it: it is said which cloud says something, and which is asked about. */
export function hostOf(host: Host, target: Target, input: SharedInput): Host {
  const { stderr } = host;
  const write = (text: string | Uint8Array) =>
    stderr.write(typeof text === 'string' ? text.replace(/^(?=.)/gm, `${labelOf(target)}: `) : text);
  return { ...host, stderr: { ...stderr, write }, stdin: input.of(target) };
}

/** Lets nothing through that could change a cloud, whatever a command does. */
export const readsOnly = onlyReading(
  ({ method }) => new Failure(`several clouds are asked at once, so nothing is changed: ${method} was not sent`),
);
