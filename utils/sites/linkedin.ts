/** LinkedIn: three interfaces, told apart by each post itself, because one page can hold two of them. */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import { newUi } from './linkedin/new-ui.ts';
import { oldUi } from './linkedin/old-ui.ts';
import { publicPages } from './linkedin/public-pages.ts';
import type { LinkedinReader } from './linkedin/reader.ts';
import {
  boxSelectors,
  findLinkedinReplyBox,
  findLinkedinReplyTarget,
  findLinkedinSubmit,
} from './linkedin/replying.ts';
import { toProfileHandle } from './linkedin/urn.ts';

const selectors = {
  // The link to one's own profile: navigation of the new interface, card beside the feed in both (2026).
  account:
    'nav a[href*="/in/"], .feed-identity-module a[href*="/in/"], [data-view-name^="identity-module"] a[href*="/in/"]',
};

const readers: readonly LinkedinReader[] = [oldUi, publicPages, newUi];

/** Of a comment, in two sources of 2026; posts may have 3,000. */
const COMMENT_LIMIT = 1_250;

export const linkedinAdapter: SiteAdapter = {
  id: 'linkedin',
  selectors: {
    page: selectors,
    old: oldUi.selectors,
    public: publicPages.selectors,
    new: newUi.selectors,
    boxes: boxSelectors,
  },
  pageKind: toPageKind,
  findPosts,
  readPost: (element, url) => findReader(element)?.readPost(element, url) ?? null,
  mountPoint: (element): MountPoint | null => findReader(element)?.mountPoint(element) ?? null,
  findReplyBox: findLinkedinReplyBox,
  findReplyTarget: findLinkedinReplyTarget,
  findSubmit: findLinkedinSubmit,
  findAccount,
  characterRule: () => ({ count: 'graphemes', limit: COMMENT_LIMIT }),
};

function toPageKind(url: URL): PageKind {
  const [first = '', second] = url.pathname.split('/').filter(Boolean);
  if (first === 'posts' || first === 'pulse' || (first === 'feed' && second === 'update'))
    return 'thread';
  // `preload` is the feed before its parts are loaded; `feed/foryou` since 2026-09.
  if (first === '' || first === 'feed' || first === 'preload' || first === 'groups') return 'feed';
  if (first === 'search') return 'search';
  return /^(?:in|company|school|showcase)$/u.test(first) ? 'profile' : 'other';
}

function findPosts(root: ParentNode): Element[] {
  const all = readers.flatMap(({ selectors: { post = '', comment = '' } }) => [post, comment]);
  return [...root.querySelectorAll(all.join(', '))].filter(
    (element) => findReader(element) !== null && !isOnHiddenScreen(element),
  );
}

function findReader(element: Element): LinkedinReader | null {
  return readers.find((reader) => reader.takes(element)) ?? null;
}

/** One's own profile is linked in several places; where two accounts are, none is certain. */
function findAccount(doc: Document, url: URL): string | null {
  const handles = new Set(
    [...doc.querySelectorAll(selectors.account)]
      .map((link) => toProfileHandle(link.getAttribute('href'), url))
      .filter((handle) => handle !== null),
  );
  const [only = null] = handles;
  return handles.size === 1 ? only : null;
}

// Pages to try: www.linkedin.com/feed/ · /feed/update/urn:li:activity:… with comments · a company's /posts/ ·
// /in/…/recent-activity/all/ · /search/results/content/?keywords=acme · signed out: /posts/…-activity-…
