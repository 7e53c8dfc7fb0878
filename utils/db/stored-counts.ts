/** How much of what this browser keeps. */
import type { HearbackDb } from './schema.ts';

/** What is kept, by what people call it. */
export const storedKinds = [
  'threads',
  'replies',
  'stories',
  'pictures',
  'library',
  'team',
  'drafts',
  'waiting',
] as const;
export type StoredKind = (typeof storedKinds)[number];
export type StoredCounts = Record<StoredKind, number>;

export async function countStored(db: HearbackDb): Promise<StoredCounts> {
  const team = [
    db.brands,
    db.members,
    db.desks,
    db.partners,
    db.routings,
    db.boardViews,
    db.collections,
    db.sites,
    db.guides,
  ];
  const [threads, replies, stories, pictures, library, drafts, outbox, refused, ...settings] =
    await Promise.all([
      db.threads.count(),
      db.replies.count(),
      db.stories.count(),
      db.pictures.count(),
      db.library.count(),
      db.drafts.count(),
      db.outbox.count(),
      db.refused.count(),
      ...team.map((table) => table.count()),
    ]);
  return {
    threads,
    replies,
    stories,
    pictures,
    library,
    drafts,
    waiting: outbox + refused,
    team: settings.reduce((sum, count) => sum + count, 0),
  };
}
