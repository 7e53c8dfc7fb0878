/** Words of the reports: each question, its answer in a sentence, and the heads of its table. */
import type { Division } from '#utils/reports/divide.ts';
import type { ReportId } from '#utils/reports/tables.ts';

const count = (value: number) => value.toLocaleString('en');

export const reportWords = {
  kinds: 'Kinds of reports',
  kind: { figures: 'Figures', digest: 'Weekly digest' },
  period: 'Period',
  periods: {
    '7': 'Last 7 days',
    '30': 'Last 30 days',
    '90': 'Last 90 days',
    '365': 'Last 365 days',
    own: 'Own dates…',
  },
  from: 'From',
  to: 'To',
  wrongDates: 'Choose a first day that is not after the last one.',
  division: 'By',
  divisions: { day: 'Day', brand: 'Brand', site: 'Site', desk: 'Desk' } satisfies Record<
    Division,
    string
  >,
  noDesk: 'No desk',
  gone: { brand: 'A brand that is gone', desk: 'A desk that is gone', member: 'Somebody who left' },
  reading: (read: number) => (read === 0 ? 'Reading…' : `Reading… ${count(read)} threads so far`),
  asOf: (clock: string) => `As of ${clock}.`,
  readAgain: 'Read again',
  failed: 'The figures could not be read. Nothing is lost; press “Read again”.',
  none: 'No mentions in this period.',
  noneText: 'Choose a longer one, or open a page where customers write.',
  question: {
    mentions: 'How many customers wrote, and how many heard back?',
    wait: 'How long did they wait for the first answer?',
    handledInOne: 'Was one answer enough?',
    settled: 'How did customers take it?',
    doubled: 'Did two of us answer the same customer?',
    sameness: 'Do our answers read alike?',
    suggestions: 'Were suggestions of use?',
    suggestionsHere: 'And to me, in this browser?',
    stories: 'Which stories did customers leave us?',
    workload: 'Who answered how much?',
  } satisfies Record<ReportId, string>,
  column: {
    mentions: 'Mentions',
    answered: 'Heard back',
    setAside: 'Set aside',
    shareAnswered: 'Share that heard back',
    waits: 'Answers counted',
    median: 'Half waited no longer than',
    p90: 'Nine of ten no longer than',
    foundLate: 'Found late, left out',
    known: 'Known',
    inOne: 'One answer was enough',
    shareInOne: 'Share',
    happy: 'Happy',
    noReaction: 'No reaction',
    unhappy: 'Unhappy',
    doubled: 'Answered by two',
    shareDoubled: 'Share',
    ofAnswers: 'Answers of six words or more',
    alike: 'Read like one shortly before',
    shareAlike: 'Share',
    sent: 'Sent',
    kept: 'Kept of the words',
    dismissed: '“Not this one”',
    shown: 'Threads they were shown for',
    used: 'Sent out of one',
    edited: 'Of these with other words',
    saved: 'Saved',
    asked: 'Asked',
    granted: 'Granted',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    threads: 'Threads',
    replies: 'Answers',
  } as Record<string, string>,
  minutes: (head: string) => `${head}, minutes`,
  rows: { day: 'Day', brand: 'Brand', site: 'Site', desk: 'Desk' } satisfies Record<
    Division,
    string
  >,
  whole: 'Period',
  teammate: 'Teammate',
  table: 'Table',
  csv: 'Save as CSV',
  csvOf: (question: string) => `Save as CSV: ${question}`,
  shownFirst: (shown: number) => `The chart shows the ${shown} largest; the table has all.`,
  spikes: 'All at once',
  spikeOf: (name: string, count_: number, usual: number, when: string) =>
    `${name}: ${count(count_)} mentions in an hour, usually ${count(usual)} (${when})`,
  answers: {
    wrote: (mentions: number, share: string | null, answered: number, waited: number) =>
      share === null
        ? `${plural(mentions, 'mention')}; nobody waited for an answer.`
        : `${plural(mentions, 'mention')}; ${share} heard back (${count(answered)} of ${count(waited)}).`,
    wait: (median: string, p90: string) =>
      `Half of them waited ${median} or less, nine of ten ${p90} or less.`,
    noWait: 'No answer yet whose wait is known.',
    inOne: (share: string, some: number, of: number) =>
      `For ${share} of those where it is known (${count(some)} of ${count(of)}).`,
    noneKnown:
      'Not known of any thread yet: an answer counts once it was settled, thanked for, or three days old.',
    settled: (happy: number, none: number, unhappy: number) =>
      `${count(happy)} happy, ${count(none)} without a reaction, ${count(unhappy)} unhappy.`,
    noneSettled: 'No thread was settled.',
    doubled: (some: number, share: string) => `${plural(some, 'customer')} (${share}).`,
    noneDoubled: 'No.',
    alike: (share: string, some: number, of: number) =>
      `${share} read like one of the fifty before them (${count(some)} of ${count(of)}).`,
    noAnswers: 'There are no answers of six words or more.',
    suggestions: (sent: number, kept: string, dismissed: number) =>
      `Since the library began ${plural(sent, 'answer')} came out of it, with ${kept} of the words kept; ${count(dismissed)} times somebody said “Not this one”.`,
    noSuggestions: 'None was sent yet.',
    suggestionsHere: (shown: number, used: number, edited: number) =>
      `Shown for ${plural(shown, 'thread')}; ${plural(used, 'answer')} sent out of one, ${count(edited)} with other words.`,
    stories: (saved: number, granted: number) =>
      `${plural(saved, 'story', 'stories')} saved, ${plural(granted, 'permission')} granted.`,
    workload: (people: number) =>
      people === 0
        ? 'Nobody answered in public.'
        : `${plural(people, 'teammate')} answered, here by name. More is not better: threads differ.`,
  },
  digest: {
    title: (from: string, to: string) => `${from} – ${to}`,
    before: 'Week before',
    after: 'Week after',
    themes: 'What customers wrote about',
    copy: 'Copy as Markdown',
    save: 'Save as Markdown',
    copied: 'Copied.',
    notCopied: 'The browser did not allow it. Save it as a file instead.',
  },
};

function plural(some: number, one: string, many = `${one}s`): string {
  return `${count(some)} ${some === 1 ? one : many}`;
}
