/** Reddit: one adapter for the two sites that share the name; every question goes to the one that the page is. */
import type { SiteAdapter } from './adapter.ts';
import { newReddit } from './reddit/new-reddit.ts';
import { oldReddit, oldSelectors } from './reddit/old-reddit.ts';
import { toRedditPageKind } from './reddit/address.ts';

export const redditAdapter: SiteAdapter = {
  id: 'reddit',
  selectors: { ...newReddit.selectors, ...oldReddit.selectors },
  pageKind: toRedditPageKind,
  findPosts: (root) => {
    // Only one of the two has posts in any page, so that order is kept.
    const posts = newReddit.findPosts(root);
    return posts.length > 0 ? posts : oldReddit.findPosts(root);
  },
  readPost: (element, url) => pick(element).readPost(element, url),
  mountPoint: (element) => pick(element).mountPoint(element),
  findReplyBox: (element, url) => pick(element).findReplyBox(element, url),
  findReplyTarget: (editable, url) =>
    newReddit.findReplyTarget(editable, url) ?? oldReddit.findReplyTarget(editable, url),
  findSubmit: (box) => newReddit.findSubmit(box) ?? oldReddit.findSubmit(box),
  findAccount: (doc, url) => newReddit.findAccount(doc, url) ?? oldReddit.findAccount(doc, url),
  characterRule: () => ({ count: 'graphemes', limit: 10_000 }),
};

function pick(element: Element): typeof newReddit {
  return element.matches(oldSelectors.things) ? oldReddit : newReddit;
}

// Pages to try: www.reddit.com/r/help/ · any thread there, signed in and out · www.reddit.com/search/?q=acme ·
// old.reddit.com/r/help/ · old.reddit.com/r/help/comments/…/ and one of its comments' permalinks
