/** What the examples in the help of a client's commands are made of, beside its commands. */
export interface Examples {
  /**
   * Words that stand for arguments, by the placeholder in small letters, with hyphens and without brackets, where they are
   * not those of every client (`cli/own-help/sample-words.ts`). They name things of the embedded cloud.
   */
  readonly words?: Readonly<Record<string, string>>;
  /**
   * Examples that say more than those that are made of a command's options and arguments: a line for each command, its name,
   * a colon, and what follows the name; then ` | ` and the second one, which is made where it is left out.
   */
  readonly lines?: string;
}
