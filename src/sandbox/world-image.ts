/** The state of glance: images and who else may use them, tasks, and definitions of metadata. */

import type { Content } from './content.js';

/** A tenant that an image is shared with. */
export interface ImageMember {
  tenantId: string;
  status: 'pending' | 'accepted' | 'rejected';
  /** v1 only: may share it with others. */
  canShare: boolean;
  /** ISO 8601, seconds, `Z`; so are all times here. */
  created: string;
  updated: string;
}

export interface Image {
  id: string;
  name: string | null;
  ownerId: string;
  visibility: 'public' | 'private' | 'shared' | 'community';
  status: 'queued' | 'active' | 'deactivated';
  diskFormat: string | null;
  containerFormat: string | null;
  /** Bytes; null before there are any. */
  size: number | null;
  virtualSize: number | null;
  /** MD5 of the bytes, hexadecimal. */
  checksum: string | null;
  /** SHA-512 of the bytes, hexadecimal. */
  hash: string | null;
  /** GiB. */
  minDisk: number;
  /** MiB. */
  minRam: number;
  protected: boolean;
  hidden: boolean;
  tags: string[];
  members: ImageMember[];
  created: string;
  updated: string;
  properties: Record<string, string>;
  /** What was put into it; not set: what the seed says (`image/data.ts`). */
  data?: Content;
}

export interface ImageTask {
  id: string;
  type: string;
  status: 'pending' | 'processing' | 'success' | 'failure';
  ownerId: string;
  userId: string;
  imageId: string | null;
  requestId: string;
  input: unknown;
  result: unknown;
  message: string;
  created: string;
  updated: string;
  expires: string | null;
}

/** A namespace of metadata definitions, with what is in it. */
export interface MetadefNamespace {
  namespace: string;
  displayName: string | null;
  description: string | null;
  visibility: 'public' | 'private';
  protected: boolean;
  ownerId: string;
  created: string;
  updated: string;
  resourceTypes: { name: string; prefix?: string; created: string }[];
  /** JSON schemas by name, in the words of the API. */
  properties: Record<string, Record<string, unknown>>;
  objects: MetadefObject[];
  tags: { name: string; created: string }[];
}

export interface MetadefObject {
  name: string;
  description: string | null;
  required: string[];
  properties: Record<string, Record<string, unknown>>;
  created: string;
  updated: string;
}

/** What glance keeps beside the images. */
export interface ImageTables {
  tasks: ImageTask[];
  namespaces: MetadefNamespace[];
  resourceTypes: { name: string; created: string }[];
  /** The images that the cache of `/v2/cache` holds or is to hold. */
  cached: { imageId: string; hits: number; lastAccessed: number; lastModified: number }[];
  queued: string[];
}
