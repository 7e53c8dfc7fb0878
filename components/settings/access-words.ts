import type { Erasable } from './options-props.ts';

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
  wipe: 'What leaving removes',
  wipeText:
    'Leaving the team (under Team) empties Hearback’s database in this browser, drafts included, switches all sites off and gives their access back. The team keeps what it has.',
};

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
