/** Words of the library's section in the options. */
import type { LibraryUses, Stale } from '#utils/model/library.ts';
import type { LibraryFilter } from './library-filter.ts';

const toCounted = (label: string, count: number | undefined) =>
  count === undefined ? label : `${label} (${count})`;

export const libraryWords = {
  intro: 'Answers that are worth giving again. Replies that the team sends join by themselves.',
  add: 'Add a snippet',
  search: 'Search the library',
  findTag: (tag: string) => `Find what is tagged ${tag}`,
  filter: 'Show',
  filters: (counts: Readonly<Record<LibraryFilter, number>> | null) =>
    ({
      all: toCounted('All in use', counts?.all),
      snippet: toCounted('Snippets', counts?.snippet),
      reply: toCounted('Sent replies', counts?.reply),
      proposed: toCounted('Waiting for a lead', counts?.proposed),
      stale: toCounted('To look at again', counts?.stale),
      retired: toCounted('Retired', counts?.retired),
    }) satisfies Record<LibraryFilter, string>,
  states: { proposed: 'Waiting for a lead', approved: 'Approved', retired: 'Retired' },
  approve: 'Approve',
  retire: 'Retire',
  bringBack: 'Use again',
  stale: {
    contradicted: 'Changed in the same way each time before it is sent.',
    rewritten: 'Mostly rewritten before it is sent: bring it up to date.',
    unhappy: 'Customers were mostly unhappy with it.',
    dismissed: 'Put away more often than used.',
    unused: 'Not used for half a year.',
  } satisfies Record<Stale, string>,
  contradicted: (times: number, of: number) =>
    times === of
      ? `The last ${times} replies with this sentence say it in other words:`
      : `${times} of the last ${of} replies with this sentence say it in other words:`,
  takeOver: 'Make it the new version',
  confirm: 'It is right as it is',
  marks: { gone: 'Taken out: ', new: 'Put in: ' },
  uses: ({ sent, kept, happy, unhappy }: LibraryUses) =>
    [
      sent === 0 ? null : `Sent ${sent} ${sent === 1 ? 'time' : 'times'}`,
      sent === 0 ? null : `${Math.round((100 * kept) / sent)} % kept`,
      happy === 0 ? null : `${happy} happy`,
      unhappy === 0 ? null : `${unhappy} unhappy`,
    ]
      .filter((part) => part !== null)
      .join(' · '),
  last: 'last used',
  ago: 'ago',
  forget: 'Forget its use',
  forgetAll: 'Forget what was learned from use',
  forgetTitle: 'Forget what was learned from use?',
  forgetText:
    'Counts of sent replies, of what was kept of them and of happy customers start anew, for the whole team. The answers stay.',
  earlier: (count: number) => (count === 1 ? '1 earlier version' : `${count} earlier versions`),
  replaced: (version: number, by: string) => `Version ${version}, replaced by ${by}`,
  restore: 'Bring back this version',
  restoreOne: (version: number) => `Bring back this version: ${version}`,
  export: 'Export',
  exportAs: { csv: 'As CSV', json: 'As JSON', espanso: 'For espanso (YAML)' },
  none: 'The library is empty.',
  noneText:
    'Add the answer you give most often, or import those you have: CSV, JSON, espanso or TextExpander. You see what is in a file before anything is added.',
  noneHere: 'Nothing is in this part of the library.',
  noneFound: (query: string) => `Nothing in the library has “${query}”.`,
  title: 'Title',
  text: 'Answer',
  textHint: 'May hold {name} and {handle} of the customer, {brand}, {link} to its site, and {me}.',
  question: 'Example questions',
  questionHint: 'One a line. They help to find the answer.',
  tags: 'Tags',
  language: 'Language',
  languageFound: 'Found from the answer',
  needsText: 'Write the answer first.',
  kinds: { snippet: 'Snippet', reply: 'Sent reply' },
};
