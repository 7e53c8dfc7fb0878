import type { Post } from '#utils/model/post.ts';
import { toFingerprint } from './fingerprint.ts';

// Not the fingerprint of any post.
const NOT_READ = '';

/** What was read from which element. Elements are let go as soon as they leave the page. */
export interface PostMemory {
  has(element: Element): boolean;
  /** Remembers an element that may be a post; true when it was not known before. */
  take(element: Element): boolean;
  /** Remembers what was read; true when that is news: new, changed, or another post in the same element. */
  note(element: Element, post: Post): boolean;
  /** The element could not be read; true when it was a post before. */
  noteUnreadable(element: Element): boolean;
  /** Lets go of what left the page; gives those that were posts. */
  dropGone(): Element[];
  /** Forgets everything; gives the elements that were posts. */
  clear(): Element[];
  /** Makes everything news again. Gives all elements. */
  renew(): Iterable<Element>;
  /** True when posts in elements of this name were read, or none at all so far. */
  mayBePost(localName: string): boolean;
}

export function createPostMemory(): PostMemory {
  const fingerprints = new Map<Element, string>();
  const posts = new Set<Element>();
  const postNames = new Set<string>();

  return {
    has: (element) => fingerprints.has(element),

    take(element) {
      if (fingerprints.has(element)) return false;
      fingerprints.set(element, NOT_READ);
      return true;
    },

    note(element, post) {
      const fingerprint = toFingerprint(post);
      if (fingerprints.get(element) === fingerprint) return false;
      fingerprints.set(element, fingerprint);
      posts.add(element);
      postNames.add(element.localName);
      return true;
    },

    noteUnreadable(element) {
      fingerprints.set(element, NOT_READ);
      return posts.delete(element);
    },

    dropGone() {
      const gone: Element[] = [];
      for (const element of fingerprints.keys()) {
        if (element.isConnected) continue;
        fingerprints.delete(element);
        if (posts.delete(element)) gone.push(element);
      }
      return gone;
    },

    clear() {
      const known = [...posts];
      fingerprints.clear();
      posts.clear();
      postNames.clear();
      return known;
    },

    renew() {
      for (const element of fingerprints.keys()) fingerprints.set(element, NOT_READ);
      return fingerprints.keys();
    },

    mayBePost: (localName) => postNames.size === 0 || postNames.has(localName),
  };
}
