import type {
  MendingProps,
  ReadingProps,
  SiteReading,
} from '#components/settings/reading-props.ts';
import type { SelectorTrial } from '#utils/messages/payloads.ts';
import type { TeamSite } from '#utils/model/team-site.ts';
import { HOUR, MINUTE, NOW } from './samples.ts';

const done = async () => null;
const shipped = {
  'post.article': 'article[data-testid="post"]',
  'post.author': '[data-testid="user-name"] a[href^="/"]',
  'post.text': '[data-testid="post-text"]',
  'post.time': 'time[datetime]',
  'box.field': '[data-testid="reply-box"] [contenteditable="true"]',
};

/** What a page of X tells when selectors are tried on it. */
export function aTrial(over: Partial<SelectorTrial> = {}): SelectorTrial {
  return {
    found: 20,
    read: 0,
    hits: { 'post.article': 20, 'post.author': 0, 'post.text': 0, 'post.time': 20, 'box.field': 1 },
    ...over,
    selectors: { ...shipped, ...over.selectors },
  };
}

/** A site that two teammates have changed. */
export const mendedX: TeamSite = {
  id: 'x',
  version: 3,
  selectors: { 'post.author': '.by', 'post.text': '.old-words' },
  changedBy: 'ana',
  changedAt: NOW - 2 * HOUR,
  earlier: [
    {
      version: 2,
      selectors: { 'post.text': '.older-words' },
      changedBy: 'ben',
      changedAt: NOW - 72 * HOUR,
    },
    { version: 1, selectors: {}, changedBy: 'gone', changedAt: NOW - 96 * HOUR },
  ],
};

/** A forum that a teammate has taught Hearback. */
export const taughtForum: TeamSite = {
  id: 'generic@forum.example',
  version: 1,
  selectors: { 'taught.post': '.row', 'taught.author': '.who', 'taught.text': '.words' },
  changedBy: 'ana',
  changedAt: NOW - 2 * HOUR,
  earlier: [],
};

const sites: SiteReading[] = [
  {
    id: 'x',
    name: 'X',
    pages: 412,
    unread: 3,
    blind: [{ kind: 'feed', pages: 3, since: NOW - 20 * MINUTE }],
    lost: [
      { name: 'post.article', kinds: ['feed'] },
      { name: 'post.text', kinds: ['feed', 'profile'] },
    ],
    teamSite: mendedX,
  },
  { id: 'reddit', name: 'Reddit', pages: 58, unread: 0, blind: [], lost: [], teamSite: null },
  {
    id: 'generic@forum.example',
    name: 'forum.example',
    pages: 0,
    unread: 0,
    blind: [],
    lost: [],
    teamSite: taughtForum,
  },
];

/** X, of which two pages are open, while a lead changes its selectors. */
export function mendingProps(over: Partial<MendingProps> = {}): MendingProps {
  return {
    id: 'x',
    name: 'X',
    teamSite: mendedX,
    hasTeam: true,
    pages: [
      { tabId: 7, title: 'Home / X', host: 'x.com' },
      { tabId: 9, title: '', host: 'x.com' },
    ],
    tabId: 7,
    onPage: () => undefined,
    onFindPages: () => undefined,
    shipped,
    reading: { shipped: aTrial({ found: 0 }), now: aTrial({ selectors: mendedX.selectors }) },
    trouble: null,
    onTry: async (selectors) => aTrial({ found: 25, read: 25, selectors }),
    onSave: done,
    onRemove: done,
    ...over,
  };
}

/** A site that runs at any host: none of its pages is chosen yet, and one change comes from a newer version. */
export function anywhereProps(over: Partial<MendingProps> = {}): MendingProps {
  const selectors = { 'post.author': '.by', 'post.newer': '.newer' };
  return mendingProps({
    id: 'discourse',
    name: 'Discourse',
    teamSite: { ...mendedX, id: 'discourse', selectors },
    pages: [
      { tabId: 7, title: 'Lamps and kettles', host: 'forum.example' },
      { tabId: 9, title: 'Lamps and kettles', host: 'talk.example:8443' },
    ],
    tabId: null,
    reading: null,
    ...over,
  });
}

/** A site that was taught, of which one page is open. */
export function taughtProps(over: Partial<MendingProps> = {}): MendingProps {
  const parts = ['post', 'author', 'text', 'link', 'time', 'box'];
  const untaught = Object.fromEntries(parts.map((part) => [`taught.${part}`, '']));
  const trial = { found: 0, read: 0, hits: {}, selectors: untaught };
  return mendingProps({
    id: taughtForum.id,
    name: 'forum.example',
    teamSite: taughtForum,
    pages: [{ tabId: 7, title: 'Lamps and kettles', host: 'forum.example' }],
    shipped: untaught,
    reading: {
      shipped: trial,
      now: {
        found: 12,
        read: 11,
        hits: { 'taught.post': 12, 'taught.author': 11, 'taught.text': 12 },
        selectors: { ...untaught, ...taughtForum.selectors },
      },
    },
    ...over,
  });
}

/** Three sites of which one is blind, as a lead sees them. */
export function readingProps(over: Partial<ReadingProps> = {}): ReadingProps {
  return {
    now: NOW,
    serverNow: NOW,
    sites,
    names: { me: 'Mia', ana: 'Ana', ben: 'Ben' },
    canMend: true,
    mending: null,
    onMend: () => undefined,
    onCopyReport: async () => true,
    ...over,
  };
}
