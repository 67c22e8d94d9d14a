import type { Fields, Resource } from '../resource.js';
import type { NetworkRow } from '../world-network.js';
import type { NetworkCall } from './call.js';

/** What is known of one kind of resource: an entry of `kinds.ts`. */
export interface KindSpec {
  /** Below the version: `networks`, `lb/pools`; the path of a collection in another: `lbaas/pools/members`. */
  readonly path: string;
  /** What one is called in a body; `many`, where it is not the last word of the path with underscores. */
  readonly one: string;
  readonly many?: string;
  /** Every attribute, with what it is where nothing is said. */
  readonly defaults: Fields;
  /** The error's kind, and the sentence about one that is not there: `%` is its id. */
  readonly missing: readonly [type: string, sentence: string];
  /** Attributes without which none can be made. */
  readonly required?: readonly string[];
  /** It has tags, a description, times and revisions, as neutron's own resources. */
  readonly standard?: true;
  /** Only administrators know of it. */
  readonly adminOnly?: true;
  /** Everybody may read it. */
  readonly open?: true;
  /** Attributes that only administrators see. */
  readonly hidden?: readonly string[];
  /** The attribute that names a row, where it is not `id`, which then is not shown. */
  readonly key?: string;
  /** Rows are not shown with a tenant. */
  readonly tenantless?: true;
  /** The attribute that names the row which a collection in another belongs to. */
  readonly within?: string;
  readonly hooks?: Hooks;
  /** What a list can be filtered by though no row shows it; `computed` sees to it. */
  readonly filters?: readonly string[];
  /** Attributes that other rows tell. */
  readonly derived?: (call: NetworkCall, row: NetworkRow) => Fields;
  /** Rows that are made of others while they are asked for. */
  readonly computed?: (call: NetworkCall) => NetworkRow[];
  /** Nothing can be made, changed or deleted. */
  readonly fixed?: true;
}

/** What a change to a row means for others; each throws a `Refusal` where it cannot be. */
export interface Hooks {
  created?(call: NetworkCall, row: NetworkRow, given: Fields): void;
  updated?(call: NetworkCall, row: NetworkRow, given: Fields): void;
  removed?(call: NetworkCall, row: NetworkRow): void;
}

export interface NetworkKind extends Resource<NetworkRow, NetworkCall> {
  readonly about: KindSpec;
  /** All of its attributes, which can be filtered by, sorted by and chosen. */
  readonly attributes: ReadonlySet<string>;
}
