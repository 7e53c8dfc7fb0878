/** Words about how sites are read, and about changing that for the team. */
export const readingWords = {
  title: 'How sites are read',
  intro:
    'Sites change. When Hearback sees no posts where there should be some, it says so here. The numbers are of this browser and stay in it.',
  none: 'No page was looked at yet.',
  noneText: 'Open a site that is on. A few seconds later its pages are counted here.',
  pages: (pages: number, unread: number) =>
    pages === 0
      ? 'No page was looked at in this browser.'
      : `${count(pages, 'page', 'pages')} looked at, ${unread === 0 ? 'none' : unread} without a post.`,
  lost: 'Find nothing any more:',
  lostMore: (more: number) => `and ${more} more`,
  mended: (selectors: number, name: string, age: string) =>
    selectors === 0
      ? `Read as shipped again, by ${name} ${age} ago.`
      : `${count(selectors, 'selector', 'selectors')} changed for the team by ${name}, ${age} ago.`,
  change: 'Change selectors',
  changeOf: (site: string) => `Change selectors of ${site}`,
  close: 'Close',

  pageOf: 'Try on this page',
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
  selectors: 'Selectors',
  watched: 'Changed, or finding nothing here',
  others: (number: number) => `The others (${number})`,
  hits: (hits: number) => (hits === 0 ? 'Finds nothing here.' : `Finds ${hits} here.`),
  shippedAs: (selector: string) => `Shipped as ${selector}`,
  hint: 'CSS, as in the developer tools of the browser. An empty field is as shipped.',
  notUnderstood: 'The browser does not understand this selector.',
  tryIt: 'Try on this page',
  save: 'Save for the team',
  saved: 'Saved for the team. A page that showed nothing has to be loaded again.',
  undo: 'Undo my changes',
  nothingChanged: 'Nothing is changed.',
  tryFirst: 'Try it on the page first.',
  correctFirst: 'Correct what the browser does not understand first.',

  versions: 'Versions',
  version: (number: number) => `Version ${number}`,
  current: 'in use',
  by: (name: string, age: string) => `${name}, ${age} ago`,
  noSelectors: 'as shipped',
  goBack: 'Go back to this',
  goBackTo: (number: number) => `Go back to version ${number}`,
  removeAll: 'Remove all changes',
  removeTitle: (site: string) => `Read ${site} as shipped again?`,
  removeText:
    'All changes of the team and their earlier versions are removed, for everybody. This cannot be undone.',
};

function toPosts(found: number, read: number): string {
  return `${count(found, 'post', 'posts')} found, ${read} read.`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
