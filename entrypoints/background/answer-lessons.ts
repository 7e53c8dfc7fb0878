/**
 * Learns from the team's pairs of post and reply which replies answer which posts, in slices beside other work. What was
 * learned is kept; it is learned anew when the library has grown by a tenth, and after anything was deleted.
 */
import { readDeletions, saveAnswers } from '#utils/db/library-pieces.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import {
  ANSWER_MODEL_FORMAT,
  AnswerModel,
  isAnswerModelData,
} from '#utils/replies/answers/answer-model.ts';
import { toAnsweredPost } from '#utils/replies/answers/learn-answers.ts';
import {
  trainAnswerModel,
  TRAINING_PAIRS_MAX,
  TRAINING_PAIRS_MIN,
  type AnsweredPost,
} from '#utils/replies/answers/train-answer-model.ts';
import type { GiveWay } from '#utils/platform/pace.ts';

const GROWTH = 1.1;
const READ_AT_ONCE = 200;

/** What was learned, with when. */
export interface LearnedAnswers {
  model: AnswerModel;
  /** Replies in the library then. */
  replies: number;
  /** What had been deleted by then. */
  deletions: string;
}

interface KeptAnswers {
  replies: number;
  deletions: string;
  data: unknown;
}

/** What was kept, if it can be used. */
export function toLearnedAnswers(kept: unknown): LearnedAnswers | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { replies, deletions, data } = kept as Partial<KeptAnswers>;
  if (typeof replies !== 'number' || typeof deletions !== 'string') return null;
  return isAnswerModelData(data) ? { replies, deletions, model: new AnswerModel(data) } : null;
}

/** Learns if there is more to learn than before; null when there is not, or not enough. */
export async function learnFromLibrary(
  db: HearbackDb,
  before: LearnedAnswers | null,
  giveWay: GiveWay,
): Promise<LearnedAnswers | null> {
  const deletions = await readDeletions(db);
  const replies = await ofReplies(db).count();
  if (replies < TRAINING_PAIRS_MIN) return null;
  const isNews = before?.deletions !== deletions || replies >= GROWTH * before.replies;
  if (before && !isNews) return null;

  const ids = await ofReplies(db).reverse().limit(TRAINING_PAIRS_MAX).primaryKeys();
  const pairs: AnsweredPost[] = [];
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const rows = await db.library.bulkGet(ids.slice(from, from + READ_AT_ONCE));
    for (const row of rows) {
      const pair = row && toAnsweredPost(row.body);
      if (pair) pairs.push(pair);
      await giveWay();
    }
  }
  const training = trainAnswerModel(pairs);
  for (;;) {
    const { done, value: data } = training.next();
    if (!done) {
      await giveWay();
      continue;
    }
    if (data === null) return null;
    const value: KeptAnswers = { replies, deletions, data };
    await saveAnswers(db, { deletions, format: ANSWER_MODEL_FORMAT, value });
    return { replies, deletions, model: new AnswerModel(data) };
  }
}

// Newest last.
const ofReplies = (db: HearbackDb) =>
  db.library.where('[body.kind+at]').between(['reply', -Infinity], ['reply', Infinity]);
