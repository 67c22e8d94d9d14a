/** Verbs that every program has, and that are no commands. */
export const builtIn: Readonly<Record<string, string>> = {
  'bash-completion':
    'Prints all of the commands and options to stdout, so that a script for completion needs no list of its own.',
  help: 'Display help about this program or one of its subcommands.',
};

/** What help says of one of them. */
export function builtInHelp(program: string, verb: string, summary: string): string {
  return [`usage: ${program} ${verb}${verb === 'help' ? ' [<subcommand>]' : ''}`, '', summary, ''].join('\n');
}
