import type { Program } from '../../command/context.js';

/** A new password, asked for until it was typed twice the same, as python-keystoneclient does; undefined: nobody is there. */
export async function askNewPassword(program: Pick<Program, 'isAskable' | 'askSecret'>): Promise<string | undefined> {
  if (!program.isAskable()) return undefined;
  for (;;) {
    const first = await program.askSecret('New Password: ');
    if (first === undefined) return undefined;
    if (first === (await program.askSecret('Repeat New Password: '))) return first;
  }
}
