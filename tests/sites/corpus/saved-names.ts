import type { ExpectedPost } from './compare.ts';

/** A post as the second parser wrote it down. */
export interface SavedPost extends Omit<ExpectedPost, 'id'> {
  id?: string | null;
  /** `comment` where the page also has other kinds. */
  type?: string;
}

/** How saved posts are named where the site itself names them otherwise. */
const names: Partial<Record<string, (post: SavedPost, page: string) => SavedPost>> = {
  amazon: toBareText,
  discourse: toTopicLink,
  facebook: toCommentNumber,
  stackexchange: toOwnKind,
};

/** The posts of a saved page as an adapter must name them. */
export function toSiteNames(site: string, posts: SavedPost[], page: string): ExpectedPost[] {
  return posts.map((post) => {
    const { id, ...named } = names[site]?.(post, page) ?? post;
    return id ? { ...named, id } : named;
  });
}

/** `#post_3` is a place in the page; the forum links to `/t/slug/12/3`. */
function toTopicLink(post: SavedPost, page: string): SavedPost {
  const number = /^#post_(\d+)$/u.exec(post.permalink ?? '')?.[1];
  if (!number) return post;
  const topic = /^.*\/t\/[^/]+\/\d+/u.exec(new URL(page).pathname)?.[0] ?? '';
  return { ...post, permalink: number === '1' ? topic : `${topic}/${number}` };
}

/** Links to authors name a comment in base 64, links to the comment by its number alone. */
function toCommentNumber(post: SavedPost): SavedPost {
  const name = post.id ? atob(decodeURIComponent(post.id)) : '';
  return { ...post, id: /_(\d+)$/u.exec(name)?.[1] ?? null };
}

/** Each site of the network counts for itself, and comments apart from questions and answers. */
function toOwnKind(post: SavedPost, page: string): SavedPost {
  const word = post.type === 'comment' ? 'comment' : '';
  return post.id ? { ...post, id: `${new URL(page).host}/${word}${post.id}` } : post;
}

/** The second parser took the control below a text, maybe cut within it, for its end. */
function toBareText(post: SavedPost): SavedPost {
  return { ...post, text: post.text.replace(/ Read(?: m\w*| )?$/u, '') };
}
