/** Words about how sites are read, and about changing that for the team. */
import { kindWords } from '#components/thread/blind-words.ts';
import { taughtParts } from '#components/thread/taught-words.ts';
import { toPastName } from '#utils/model/member-name.ts';
import type { PageHealth } from '#utils/model/site-health.ts';

type PageKind = PageHealth['kind'];

export const readingWords = {
  title: 'How sites are read',
  intro:
    'Sites change. When Hearback sees no posts where there should be some, it says so here. The numbers are of this browser and stay in it.',
  leadsOnly: 'Only a lead changes selectors.',
  none: 'No page was looked at yet.',
  noneText: 'Open a site that is on. A few seconds later its pages are counted here.',
  pages: (pages: number, unread: number) =>
    pages === 0
      ? 'No page was looked at in this browser.'
      : `${count(pages, 'page', 'pages')} looked at, ${unread === 0 ? 'none' : unread} without a post.`,
  lost: 'Find nothing any more:',
  lostOn: (kinds: readonly PageKind[]) =>
    `on ${new Intl.ListFormat('en').format(kinds.map((kind) => kindWords[kind][1]))}`,
  lostMore: (more: number) => `and ${more} more`,
  change: 'Change selectors',
  changeOf: (site: string) => `Change selectors of ${site}`,
  close: 'Close',
  closeOf: (site: string) => `Close selectors of ${site}`,

  pageOf: 'Page to try on',
  choose: 'Choose a page',
  // A page chooses its title, so its host comes first.
  page: (host: string, title: string) => (host === '' ? title : `${host} · ${title}`),
  untitled: 'A page without a title',
  noPage: (site: string) => `No page of ${site} is open.`,
  noPageText: (site: string) =>
    `Open one in another tab, where posts of ${site} should be, and look again.`,
  lookAgain: 'Look again',
  as: {
    shipped: (found: number, read: number) => `As shipped: ${toPosts(found, read)}`,
    now: (found: number, read: number) => `As it is now: ${toPosts(found, read)}`,
    wanted: (found: number, read: number) => `With your changes: ${toPosts(found, read)}`,
  },
  worse: 'That is fewer than now.',
  others: (number: number) => `The others (${number})`,
  hits: (hits: number) => (hits === 0 ? 'Finds nothing here.' : `Finds ${hits} here.`),
  empty: 'Empty: looks for nothing.',
  shippedAs: (selector: string) => `Shipped as ${selector}`,
  unknown: 'Not known to this version of Hearback',
  unknownKept: 'They stay as they are: another version of Hearback may read by them.',
  notUnderstood: 'The browser does not understand this selector.',
  tryIt: 'Try on this page',
  save: (hasTeam: boolean) => (hasTeam ? 'Save for the team' : 'Save'),
  saved: (hasTeam: boolean) =>
    `${hasTeam ? 'Saved for the team' : 'Saved'}. Open pages of the site are read by it from now on.`,
  undo: 'Undo my changes',
  nothingChanged: 'Nothing is changed.',
  choosePage: 'Choose a page first.',
  tryFirst: 'Try it on the page first.',
  correctFirst: 'Correct what the browser does not understand first.',

  you: 'You',
  versions: 'Versions',
  version: (number: number) => `Version ${number}`,
  current: 'in use',
  by: (name: string, age: string) => `${name}, ${age} ago`,
  goBack: 'Go back',
  goBackTo: (number: number) => `Go back to version ${number}`,
};

/** What is said in another way of a site that Hearback knows, and of one that was taught. */
export interface SortWords {
  mended: (selectors: number, name: string, age: string) => string;
  hint: string;
  /** Above the selectors in sight. */
  watched: string;
  noSelectors: string;
  removeAll: string;
  removeTitle: (site: string) => string;
  removeText: (hasTeam: boolean) => string;
}

const knownWords: SortWords = {
  mended: (selectors, name, age) =>
    selectors === 0
      ? `${name} went back to what was shipped, ${age} ago.`
      : `${name} changed ${count(selectors, 'selector', 'selectors')}, ${age} ago.`,
  hint: 'CSS, as in the developer tools of the browser. An empty field is as shipped.',
  watched: 'Changed, or finding nothing here',
  noSelectors: 'as shipped',
  removeAll: 'Remove all changes',
  removeTitle: (site) => `Read ${site} as shipped again?`,
  removeText: (hasTeam) =>
    hasTeam
      ? 'All changes of the team and their earlier versions are removed, for everybody. This cannot be undone.'
      : 'All changes and their earlier versions are removed. This cannot be undone.',
};

const taughtWords: SortWords = {
  mended: (selectors, name, age) =>
    selectors === 0
      ? `${name} took back what was taught, ${age} ago.`
      : `${name} taught Hearback to read it, ${age} ago.`,
  hint: 'CSS, as in the developer tools of the browser. An empty field is a part that is not looked for.',
  watched: 'Taught, or finding nothing here',
  noSelectors: 'nothing taught',
  removeAll: 'Forget what was taught',
  removeTitle: (site) => `Forget how to read ${site}?`,
  removeText: (hasTeam) =>
    `All that was taught and its earlier versions are removed${hasTeam ? ', for everybody' : ''}. To be read again, the site has to be taught again.`,
};

/** The words that fit the site of this id. */
export function toSortWords(id: string): SortWords {
  return isTaught(id) ? taughtWords : knownWords;
}

/** True for a site that Hearback does not know by itself: nothing was shipped for it. */
export function isTaught(id: string): boolean {
  return id.includes('@');
}

/** What people call a selector: a part of a post where it was taught, else its full name. */
export function toSelectorLabel(name: string): string {
  const labels: Readonly<Record<string, string>> = taughtParts;
  const [table, part = ''] = name.split('.', 2);
  return table === 'taught' && Object.hasOwn(labels, part) ? (labels[part] ?? name) : name;
}

/** Who has changed a site; nobody else than oneself where there is no team. */
export function toChanger(names: Readonly<Record<string, string>>, memberId: string): string {
  return memberId === '' ? readingWords.you : toPastName(names, memberId);
}

function toPosts(found: number, read: number): string {
  return `${count(found, 'post', 'posts')} found, ${read} read.`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
