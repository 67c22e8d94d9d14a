/** May one of the words be an option of `cli/selection-options.ts`? Asked of every line, so it is a look at a beginning. */
export function selectsRows(words: readonly string[]): boolean {
  for (const word of words) {
    switch (word.startsWith('--') ? word.slice(2, 4) : word.slice(0, 2)) {
      case '-C':
      case '-h':
      case 'ad':
      case 'he':
      case 'li':
      case 'ma':
      case 'qu':
      case 'ra':
      case 'wh':
        return true;
    }
  }
  return false;
}
