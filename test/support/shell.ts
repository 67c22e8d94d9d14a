/** `A=b nova show 'a b'` as a shell reads it, as far as our transcripts go. */
export function shellWords(line: string): {
  readonly program: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
} {
  const words = [...line.matchAll(/((?:[^\s'"]|'[^']*'|"[^"]*")+)/g)].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  );
  const env: Record<string, string | undefined> = {};
  while (/^[A-Z_]+=/.test(words[0] ?? '')) {
    const [name = '', value] = (words.shift() ?? '').split(/=(.*)/s);
    env[name] = value;
  }
  const [program = 'stackline', ...argv] = words;
  return { program, argv, env };
}
