import { toWordsKey } from '../store/suppressed.ts';

/** Words shorter than this are known only as a whole line: many people write "Thank you". */
const TELLING_LENGTH = 20;

/** Whether there is a word in it. */
export function isTold(words: string | undefined): words is string {
  return words !== undefined && words.trim() !== '';
}

/** Whether whoever says the same most likely repeats it. */
export function isTelling(words: string): boolean {
  return toWordsKey(words).length >= TELLING_LENGTH;
}

/** Whether `text` holds `words`: anywhere when they are telling, else as a line of their own. */
export function carries(text: string, words: string): boolean {
  const wanted = words.trim();
  if (wanted === '') return false;
  if (wanted.length >= TELLING_LENGTH) return text.includes(wanted);
  return text.split('\n').some((line) => line.trim() === wanted);
}
