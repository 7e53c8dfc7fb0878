/** Words of what is done to several entries of the library at once, and of the list they stand in. */
import type { LibraryState } from '#utils/model/library.ts';

const toAnswers = (count: number) => (count === 1 ? '1 answer' : `${count} answers`);

export const bulkWords = {
  group: 'Chosen answers',
  choose: (title: string) => `Choose ${title}`,
  chosen: (count: number) => `${count} chosen`,
  all: (count: number) => `Choose all ${count}`,
  none: 'Choose none',
  tag: 'Add tags',
  tags: 'Tags to add',
  approve: 'Approve',
  retire: 'Retire',
  bringBack: 'Use again',
  remove: 'Remove',
  stateDone: {
    approved: (count: number) => `${toAnswers(count)} in use.`,
    proposed: (count: number) => `${toAnswers(count)} waiting for a lead.`,
    retired: (count: number) => `${toAnswers(count)} retired.`,
  } satisfies Record<LibraryState, (count: number) => string>,
  tagDone: (count: number) => `${toAnswers(count)} tagged.`,
  removeDone: (count: number) => `${toAnswers(count)} removed.`,
  more: (count: number) => `Show ${count} more`,
  shown: (shown: number, all: number) => `${shown} of ${all} shown`,
  keys: '/ search · ↑ ↓ move · X choose · Shift for a range · Enter open · Esc close',
};
