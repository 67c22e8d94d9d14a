/** Python's str.title(): a capital at the beginning of each word of letters, and no other. */
export const titled = (text: string): string =>
  text.toLowerCase().replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1));
