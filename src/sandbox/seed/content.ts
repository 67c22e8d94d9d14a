import { createHash } from 'node:crypto';
import { type Content, repeated } from '../content.js';

/** The bytes of a seeded image: 64 KiB of its id's SHA-256, again and again, as many as the image is long. */
export function imageContent(id: string, size: number): Content {
  const block = Buffer.alloc(65_536, createHash('sha256').update(id).digest());
  return repeated(block, size);
}
