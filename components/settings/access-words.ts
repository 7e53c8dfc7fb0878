import type { Erasable, StoredKind } from './options-props.ts';

/** Words about who may do what: browsers, roles, history, retention, erasing. */
export const accessWords = {
  thisBrowser: 'this browser',
  seen: (age: string) => `seen ${age} ago`,
  noDevices: 'Signed in on no browser.',
  devicesAway: 'Browsers are shown when the team can be reached.',
  signOut: 'Sign out',
  signOutTitle: (device: string) => `Sign out ${device}?`,
  signOutText:
    'It is cut off from the team at once and gives back what it has claimed. Signing in again needs a new link.',
  anotherBrowser: 'Sign in on another browser',
  linkUntil: (name: string | null, until: string) =>
    name === null
      ? `Open it on your other browser. Whoever has this link is you: works once, until ${until}.`
      : `Send it to ${name} alone. Whoever has this link is ${name}: works once, until ${until}.`,
  roleOf: (name: string) => `Role of ${name}`,
  removeMember: 'Remove from team',
  removeTitle: (name: string) => `Remove ${name} from the team?`,
  removeText:
    'All their browsers are signed out and the team’s data is removed from them. What they have claimed is free again. Their answers and stories stay.',
  ownerTitle: (name: string) => `Make ${name} an owner?`,
  ownerText: 'An owner may do everything you may, also remove you.',
  makeOwner: 'Make owner',

  historyIntro: 'Who did what with access, claims and data. Kept for a year, on the server only.',
  historyNone: 'Nothing yet.',
  historyNoneText: 'Joining, signing out, taking over and erasing are written down here.',
  older: 'Load older',
  again: 'Try again',

  keep: 'How long mentions are kept',
  keepDays: 'Days',
  keepHint:
    'Between 7 and 365. Threads older than this go for the whole team, with their answers. Stories and the library stay.',
  keepText: (days: number) =>
    `Threads are kept for ${days} days, then they go for the whole team, with their answers. Stories and the library stay.`,
  keepWrong: 'Type a number between 7 and 365.',
  keepOwner: 'The owner can change this.',
  keepShorter: (days: number) => `Keep ${days} days only?`,
  keepShorterText: (days: number) =>
    `Threads older than ${days} days are removed for the whole team. This cannot be undone.`,
  saved: 'Saved.',
  save: 'Save',

  erase: 'Erase a post or a person',
  eraseText:
    'When somebody asks for it: gone from the server and from every browser of the team, and not taken in again.',
  erasePost: 'One post',
  erasePerson: 'Everything of one person',
  eraseWhat: 'What to erase',
  link: 'Link to the post',
  linkPlaceholder: 'https://…',
  site: 'Site',
  handle: 'Handle',
  find: 'Show what would go',
  findMissing: 'Paste the link first.',
  findMissingHandle: 'Type the handle first.',
  foundHere: 'In this browser that is',
  counts: ({ threads, replies, stories }: Pick<Erasable, 'threads' | 'replies' | 'stories'>) =>
    [
      count(threads, 'thread', 'threads'),
      count(replies, 'answer', 'answers'),
      count(stories, 'story', 'stories'),
    ].join(', '),
  foundNone:
    'Nothing of this is in this browser. The server may hold more, and takes nothing in again.',
  eraseWord: 'erase',
  typeWord: (word: string) => `Type “${word}” to go on`,
  eraseAct: 'Erase for good',
  cancel: 'Cancel',
  erased: (records: number) =>
    records === 0
      ? 'The server held nothing of this. It will not be taken in again.'
      : records === 1
        ? 'One record is erased for the whole team. It will not be taken in again.'
        : `${records} records are erased for the whole team. They will not be taken in again.`,
  have: 'What we have of a person',
  haveText:
    'When somebody asks what you have of them: all of it, to read and to give to them. This browser has what the team has, but for pictures that were never looked at here and the lines of the history.',
  haveSite: 'On which site',
  haveHandle: 'Their handle',
  haveFind: 'Show what there is',
  haveNone: 'Nothing of this person is on record here.',
  haveJson: 'Save all as JSON',
  haveMarkdown: 'Save as Markdown, to read',
  haveSaved: 'Saved.',
  haveShown: (shown: number, of: number) =>
    shown < of ? `The first ${shown} of ${of}:` : 'In full:',
  items: {
    post: 'Post',
    answer: 'Answer to it',
    word: 'Their word on an answer',
    story: 'Saved as a story',
    quote: 'Quoted by somebody',
  },
  historyCsv: 'Save as CSV',
  kept: {
    title: 'What Hearback keeps',
    intro:
      'All of this is in this browser and on your team’s own server, and nowhere else, unless a line says otherwise.',
    introAlone: 'Without a team all of this is in this browser, and nowhere else.',
    columns: { what: 'What', until: 'Until', here: 'In this browser' },
    what: {
      threads: 'Mentions',
      replies: 'Public answers',
      stories: 'Customer stories',
      pictures: 'Pictures of saved posts',
      library: 'Answers of the library',
      team: 'Brands, teammates, desks, rules, views',
      drafts: 'Drafts',
      waiting: 'Changes that wait or were refused',
    } satisfies Record<StoredKind, string>,
    where: {
      threads: () => 'Posts that name your brands, who wrote them, and what became of them',
      replies: () => 'By teammates, below these posts',
      stories: () => 'With note, tags, and what the customer allowed',
      pictures: (hasTeam) =>
        hasTeam
          ? 'Only where you switched that on; here those you looked at'
          : 'Only where you switched that on',
      library: () => 'With the post that each answered',
      team: () => 'What your team has set up',
      drafts: () => 'Here alone: no server ever gets them',
      waiting: () => 'Here alone, on their way to the team',
    } satisfies Record<StoredKind, (hasTeam: boolean) => string>,
    until: {
      threads: (days, hasTeam) => toUntil(days, hasTeam),
      replies: (days, hasTeam) => toUntil(days, hasTeam),
      stories: () => 'somebody removes them',
      pictures: () => 'the story is removed',
      library: () => 'somebody removes them',
      team: () => 'somebody changes them',
      drafts: () => 'sent or discarded, 30 days at the most in a team',
      waiting: () => 'the team has them, or you have read why not',
    } satisfies Record<StoredKind, (days: number | null, hasTeam: boolean) => string>,
    never:
      'Pages you read are not kept, nor posts that name no brand of yours. The docs have the whole list, with permissions (docs/privacy.md).',
  },
  wipe: 'What leaving removes',
  wipeText:
    'Leaving the team (under Team) empties Hearback’s database in this browser, drafts included, switches all sites off and gives their access back. The team keeps what it has.',
};

function toUntil(days: number | null, hasTeam: boolean): string {
  if (!hasTeam) return 'somebody sets up a team, or you remove Hearback';
  return days === null ? 'as long as the team’s server says' : `${days} days after they were seen`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
