import type { Post } from '#utils/model/post.ts';
import type { CorpusPage } from './corpus.ts';

/** Pages of one conversation without a tree: whatever stands below the first post answers it. */
const FLAT = [
  'bluesky/thread-',
  'mastodon/thread-',
  'discourse/openai-',
  'forums/',
  'github/issue-',
  'stackexchange/',
  'facebook/post-with-comments',
  'instagram/post-',
];

/**
 * Says of two posts of a page whether one answers the other, at any distance: by the page's own tree where it has one,
 * read a second way; else by what kind of page it is. Null where that cannot be told.
 */
export function judgeAnswers(
  page: CorpusPage,
  posts: readonly Post[],
): (answer: string, mention: string) => boolean | null {
  const parents = findParents(page);
  if (parents) return (answer, mention) => climb(answer, parents).includes(mention);
  // A list of posts that have nothing to do with each other.
  if (!FLAT.some((name) => page.name.startsWith(name))) return () => false;
  const first = posts[0]?.id;
  return (answer, mention) => {
    if (answer === first) return false;
    // Whom somebody answers further down, only the person knows who reads it.
    return mention === first ? true : null;
  };
}

/** The parent of each post, out of the text of the page. */
function findParents({ name, html }: CorpusPage): Map<string, string> | null {
  if (name.startsWith('reddit/shreddit')) return findRedditParents(html);
  if (name.startsWith('hackernews/item')) return findHackerNewsParents(html);
  return null;
}

function findRedditParents(html: string): Map<string, string> {
  const parents = new Map<string, string>();
  for (const [tag] of html.matchAll(/<shreddit-comment\b[^>]*>/gu)) {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(tag)?.[1];
    const id = of('thingId') ?? of('thingid');
    const parent = of('parentId') ?? of('parentid') ?? of('postId') ?? of('postid');
    if (id && parent) parents.set(id, parent);
  }
  return parents;
}

function findHackerNewsParents(html: string): Map<string, string> {
  const parents = new Map<string, string>();
  const [story = ''] = /(?<=[?&]id=)\d+/u.exec(html) ?? [];
  const above: string[] = [story];
  const rows = html.matchAll(
    /<tr[^>]*class="athing comtr[^"]*"[^>]*id="(\d+)"[\s\S]*?indent="(\d+)"/gu,
  );
  for (const [, id = '', indent = '0'] of rows) {
    const depth = Number(indent) + 1;
    parents.set(id, above[depth - 1] ?? story);
    above.length = depth;
    above[depth] = id;
  }
  return parents;
}

function climb(id: string, parents: ReadonlyMap<string, string>): string[] {
  const above: string[] = [];
  for (let at = parents.get(id); at !== undefined; at = parents.get(at)) above.push(at);
  return above;
}
