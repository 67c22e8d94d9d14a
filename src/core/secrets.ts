/**
 * The secrets of a run: whoever gets to know one tells it here, and whoever shows something that a server or a person has
 * said (errors, --debug, --record) asks here what must not be seen. There is one for each run.
 */
export interface Secrets {
  /** A secret of the login: a password, a passcode, a token, a receipt. It is hidden from now on. */
  add(secret: string | undefined): void;
  /**
   * What has the name of a secret in something that was sent or came: the password of a server, EC2 keys. Of these only
   * the latest are hidden elsewhere, too, so that a list of thousands does not make everything slow.
   */
  learn(secret: string): void;
  /** The text with `***` in the place of each secret, in whichever spelling it stands there. */
  hide(text: string): string;
}

/** In the place of a secret. */
export const HIDDEN = '***';

/**
 * Shorter ones are not looked for: a password like `admin` would make every other word unreadable, and betray itself by
 * doing so. A number that stands alone may be shorter: passcodes have six digits.
 */
const SHORTEST = 8;
const SHORTEST_NUMBER = 6;
/** How many learnt ones are remembered, and how long each of them may be: a whole file is hidden by its name only. */
const MOST_LEARNT = 100;
const LONGEST_LEARNT = 512;
/** Longer ones, as PKI tokens are, would make the regular expression too large. */
const LONGEST_IN_PATTERN = 1024;

/** @param whenNew called with each secret, once it is known */
export function secretRegistry(whenNew: (secret: string) => void = () => undefined): Secrets {
  const own = new Set<string>();
  const learnt = new Set<string>();
  let hider: ((text: string) => string) | undefined;
  return {
    add: (secret = '') => {
      if (secret === '' || own.has(secret)) return;
      own.add(secret);
      hider = undefined;
      whenNew(secret);
    },
    learn: (secret) => {
      if (own.has(secret) || learnt.has(secret) || !isLookedFor(secret) || secret.length > LONGEST_LEARNT) return;
      learnt.add(secret);
      const [oldest] = learnt;
      if (learnt.size > MOST_LEARNT && oldest !== undefined) learnt.delete(oldest);
      hider = undefined;
      whenNew(secret);
    },
    hide: (text) => {
      hider ??= hiderOf([...own, ...learnt].filter(isLookedFor));
      return hider(text);
    },
  };
}

const isNumber = (secret: string): boolean => /^\d+$/.test(secret);

const isLookedFor = (secret: string): boolean =>
  secret.length >= SHORTEST || (secret.length >= SHORTEST_NUMBER && isNumber(secret));

/** What hides these secrets; of two that begin alike the longer one is found. */
function hiderOf(secrets: readonly string[]): (text: string) => string {
  if (secrets.length === 0) return (text) => text;
  const all = [...new Set(secrets.flatMap(spellings))].sort((one, other) => other.length - one.length);
  const long = all.filter((one) => one.length > LONGEST_IN_PATTERN);
  const pattern = new RegExp(all.slice(long.length).map(patternOf).join('|') || '(?!)', 'g');
  return (text) => long.reduce((shown, one) => shown.replaceAll(one, HIDDEN), text).replace(pattern, HIDDEN);
}

function patternOf(spelling: string): string {
  const literal = spelling.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return spelling.length < SHORTEST ? `(?<!\\w)${literal}(?!\\w)` : literal;
}

/** As it is; within JSON, as JavaScript and as Python write it; within a URL, as each of the usual ways; within HTML. */
function spellings(secret: string): readonly string[] {
  if (/^\w+$/.test(secret)) return [secret];
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inForm = new URLSearchParams([['', secret]]).toString().slice(1);
  return [
    secret,
    inJson,
    inJson.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
    inForm,
    inForm.replaceAll('+', '%20'),
    encodeURIComponent(secret.toWellFormed()),
    secret.replace(/[&<>"']/g, (char) => HTML[char] ?? char),
  ];
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
