import type { LibraryEntry } from '#utils/model/library.ts';
import { toTemplate } from '../to-template.ts';
import { AnswerModel, toAnswerWords } from './answer-model.ts';
import { trainAnswerModel, type AnsweredPost } from './train-answer-model.ts';

/** What can be learned from an entry; null for one that answers no post, or must not be used. */
export function toAnsweredPost(entry: LibraryEntry): AnsweredPost | null {
  const { kind, question, state = 'approved', text } = entry;
  if (kind !== 'reply' || !question || state !== 'approved') return null;
  const reply = toTemplate(text, () => false);
  return { post: toAnswerWords(question), reply: toAnswerWords(reply) };
}

/** Learns from entries in memory at once; null for too few. What runs beside other work uses `trainAnswerModel`. */
export function learnAnswers(entries: readonly LibraryEntry[]): AnswerModel | null {
  const training = trainAnswerModel(entries.flatMap((entry) => toAnsweredPost(entry) ?? []));
  for (;;) {
    const { done, value } = training.next();
    if (done) return value && new AnswerModel(value);
  }
}
