/** The state of swift: accounts with containers with objects. */

import type { Content } from './content.js';

/** Headers that are kept and shown again, names in lower case: `x-object-meta-…`, `x-container-read`. */
export type KeptHeaders = Record<string, string>;

export interface StoredObject {
  name: string;
  contentType: string;
  /** MD5 of the content, hexadecimal; of an object in segments, of their sums. */
  etag: string;
  /** Milliseconds since 1970. */
  modified: number;
  headers: KeptHeaders;
  content: Content;
  /** What a static large object is made of. */
  segments?: Segment[];
}

export interface Segment {
  /** `/container/object` */
  path: string;
  hash: string;
  bytes: number;
}

export interface Container {
  name: string;
  created: number;
  headers: KeptHeaders;
  /** By name. */
  objects: Map<string, StoredObject>;
}

export interface Account {
  created: number;
  headers: KeptHeaders;
  /** By name. */
  containers: Map<string, Container>;
}

/** By name: `AUTH_` and the tenant's id. */
export type ObjectTables = Map<string, Account>;
