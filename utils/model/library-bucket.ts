/**
 * The library's search index is kept in this many pieces. Which one an entry belongs to follows from its id alone, so
 * that the piece of an erased entry is known without looking for it.
 */
export const LIBRARY_BUCKETS = 64;

/** The piece, 0…63, that holds the words of an entry. */
export function toLibraryBucket(id: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    mixed = Math.imul(mixed ^ id.charCodeAt(at), 0x01000193);
  }
  // The low bits of the product alone spread numbered ids badly.
  mixed ^= mixed >>> 15;
  return (Math.imul(mixed, 0x2c1b3c6d) >>> 16) % LIBRARY_BUCKETS;
}
