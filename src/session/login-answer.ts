import { Failure } from '../core/errors.js';

/** What is known of a login's answer besides its body. */
export interface LoginAnswer {
  /** The versioned identity URL that was asked, without a trailing slash. */
  readonly authUrl: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970, when the answer came. */
  readonly now: number;
}

/** The token if it can stand in a header; whatever else came in its place is no token. */
export function sendableToken(value: unknown, at: Pick<LoginAnswer, 'authUrl'>): string {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value;
  throw new Failure(`${at.authUrl} answered the login without a token`, {
    name: 'InvalidResponse',
    hint: 'Is this an identity service? Look at its answer with --debug.',
  });
}
