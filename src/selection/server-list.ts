import type { Kind } from './references.js';

/** A filter of a service's list. */
export interface ServerFilter {
  /** The query's name for it, where that is not the field's. */
  readonly as?: string;
  /** How the service spells the words of a state. Those that it does not know are not sent: it may refuse them. */
  readonly states?: readonly string[];
  /** It is a regular expression, so that a glob can be sent as one. */
  readonly isPattern?: true;
  /** Its values are ids of these: a name is sent as the id that it belongs to. */
  readonly kind?: Kind;
  /** It takes a number, written with digits alone. */
  readonly isNumber?: true;
  /** It takes the beginning of names: of a glob, what stands before its first `*` or `?`. */
  readonly isPrefix?: true;
  /** Sent only along with this: without it the service would look further than it was asked to. */
  readonly beside?: string;
  /** Not sent along with this, which makes other things of what begins so. */
  readonly notBeside?: string;
}

/** A list of a service: what it can filter by, by the names that fields have in `--where`. */
export interface ServerList {
  readonly service: string;
  /** The version of the API that its calls name. */
  readonly version?: string;
  readonly path: RegExp;
  readonly filters: Readonly<Record<string, ServerFilter>>;
  /** It takes a `limit`, and says where it goes on. */
  readonly isPaged?: true;
  /** The same list with every field. */
  readonly detail?: string;
  /** Its items may have fields of any name. */
  readonly isOpen?: true;
  /** Fields that only some of its items have. */
  readonly sometimes?: readonly string[];
  /** Words that it takes as they are; others it may take for an operator, or for a value of another type. */
  readonly words?: RegExp;
}
