/** Reads a post that its page marks up, for a site of its own that knows better ids and handles; null when it is none. */
import type { Post } from '#utils/model/post.ts';
import type { SiteId } from '#utils/model/site.ts';
import { readMarkedPost } from './reader.ts';

export interface Known {
  id: string | null | undefined;
  handle: string | null | undefined;
}

export function readMarkedAs(site: SiteId, element: Element, url: URL, known: Known): Post | null {
  const post = readMarkedPost(element, url);
  if (!post) return null;
  const name = post.author.name ?? post.author.handle;
  const author = known.handle ? { handle: known.handle, name } : post.author;
  return { ...post, site, id: known.id || post.id, author };
}
