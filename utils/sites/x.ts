/** X: home, search, profiles and conversations; both hosts, desktop and narrow layout. */
import type { Post } from '#utils/model/post.ts';
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { toUrl } from './dom/address.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';
import { boxSelectors, findXReplyBox, findXReplyTarget, findXSubmit } from './x/replying.ts';
import { advertisementSelectors, isAdvertisement } from './x/advertisement.ts';
import { readXParentId, threadSelectors } from './x/parent.ts';
import { findXSentLinks, toastSelectors } from './x/sent-links.ts';
import {
  findOwn,
  findOwnAll,
  findQuote,
  findStatusLink,
  postSelectors,
  readStatusPath,
  toStatusId,
} from './x/parts.ts';

/** Seen 2025-11 to 2026-10 on x.com and in seven saved pages of both hosts, unless said otherwise. */
const selectors = {
  avatar: '[data-testid^="UserAvatar-Container-"]',
  // Desktop, 2023 on; long posts are cut in feeds only.
  showMore: '[data-testid="tweet-text-show-more-link"]',
  actions: '[role="group"]',
  replyButton: '[data-testid="reply"]',
  profileTab: 'a[data-testid="AppTabBar_Profile_Link"]',
  // fallback for layouts without the profile tab: the account switch (desktop), the drawer button (narrow)
  accountAvatar:
    ':is([data-testid="SideNav_AccountSwitcher_Button"], [data-testid="DashButton_ProfileIcon_Link"]) [data-testid^="UserAvatar-Container-"]',
};

const HANDLE = /^\w{1,20}$/u;
const FEED = /^(?:home|explore|notifications|i|lists|bookmarks|hashtag)?$/u;
const OTHER = /^(?:messages|settings|compose|intent|login|logout|jobs|tos|privacy)$/u;

export const xAdapter: SiteAdapter = {
  id: 'x',
  selectors: {
    page: selectors,
    post: postSelectors,
    advertisement: advertisementSelectors,
    thread: threadSelectors,
    box: boxSelectors,
    toast: toastSelectors,
  },
  pageKind: toPageKind,
  findPosts,
  readPost,
  mountPoint: findMountPoint,
  findReplyBox: findXReplyBox,
  findReplyTarget: findXReplyTarget,
  findSubmit: findXSubmit,
  findSentLinks: findXSentLinks,
  findAccount,
  characterRule: () => ({ count: 'weighted', limit: 280 }),
};

function toPageKind(url: URL): PageKind {
  const [first = ''] = url.pathname.split('/').filter(Boolean);
  if (toStatusId(url)) return 'thread';
  if (first === 'search') return 'search';
  if (FEED.test(first)) return 'feed';
  return OTHER.test(first) || !HANDLE.test(first) ? 'other' : 'profile';
}

function findPosts(root: ParentNode): Element[] {
  const { post } = postSelectors;
  return [...root.querySelectorAll(post)].filter(
    (one) => !one.parentElement?.closest(post) && !isOnHiddenScreen(one),
  );
}

function readPost(element: Element, url: URL): Post | null {
  const link = findStatusLink(element);
  const path = readStatusPath(link ?? findOwn(element, postSelectors.statusLink), url);
  const userName = findOwn(element, postSelectors.userName);
  const handle = readHandle(element, userName) ?? path?.handle;
  if (!path || !handle) return null;
  const text = findOwn(element, postSelectors.text);
  return toPost({
    site: 'x',
    id: path.id,
    handle,
    name: readLine(userName?.querySelector('a') ?? userName?.firstElementChild),
    text: readText(text, { keepsLineFeeds: true }),
    permalink: `${url.origin}/${path.handle}/status/${path.id}`,
    time: link?.querySelector('time')?.getAttribute('datetime'),
    parentId: readXParentId(element, url, path.id),
    lang: text?.getAttribute('lang'),
    quoted: readQuote(element),
    truncated: findOwn(element, selectors.showMore) !== null,
    promoted: isAdvertisement(element, link !== null),
  });
}

/** `@handle` as it is written in the header; the avatar says the same where the header is broken. */
function readHandle(scope: Element, userName: Element | null): string | null {
  for (const part of userName?.querySelectorAll('a, [tabindex="-1"]') ?? []) {
    const text = readLine(part);
    if (/^@\w+$/u.test(text)) return text.slice(1);
  }
  return readAvatarHandle(findOwn(scope, selectors.avatar));
}

function readAvatarHandle(avatar: Element | null): string | null {
  const handle = avatar?.getAttribute('data-testid')?.replace('UserAvatar-Container-', '') ?? '';
  return HANDLE.test(handle) && handle !== 'unknown' ? handle : null;
}

function readQuote(post: Element): { author: string; text: string } | null {
  const quote = findQuote(post);
  if (!quote) return null;
  const author =
    readHandle(quote, quote.querySelector(postSelectors.userName)) ??
    readAvatarHandle(quote.querySelector(selectors.avatar)) ??
    '';
  return {
    author,
    text: readText(quote.querySelector(postSelectors.text), { keepsLineFeeds: true }),
  };
}

function findMountPoint(element: Element): MountPoint | null {
  const row = findOwnAll(element, selectors.actions).find((group) =>
    group.querySelector(selectors.replyButton),
  );
  return row ? { anchor: row, where: 'after' } : null;
}

function findAccount(doc: Document, url: URL): string | null {
  const tab = doc.querySelector(selectors.profileTab);
  const handle = toUrl(tab?.getAttribute('href'), url)?.pathname.slice(1) ?? '';
  return HANDLE.test(handle)
    ? handle
    : readAvatarHandle(doc.querySelector(selectors.accountAvatar));
}

// Pages to try: x.com/home · x.com/X/status/1661120253217890304 (thread) · x.com/search?q=acme&f=live ·
// x.com/notifications/mentions · x.com/X (profile with a pinned post)
