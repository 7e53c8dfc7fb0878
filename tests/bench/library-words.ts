/** A library of any size in a made-up language: words as frequent as in a real one (Zipf), answers that repeat. */
import { aLibraryEntry, aPost } from '#tests/support/builders.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { createRandom } from './measure.ts';

// About what 10,000 real posts have (docs/replies.md).
const WORDS = 20_000;
const TOPICS = 200;
const TOPIC_WORDS = 12;
const PARTS = 'ba ke li mo nu ra se ti vo zu cha dre fli gru pla ska tri wen yor sto'.split(' ');
const UNIT = 1_000_000;

export interface MadeLibrary {
  entries: LibraryEntry[];
  /** Posts like those that were answered. */
  posts: string[];
}

/** Always the same one for the same size. */
export function makeLibrary(size: number, posts: number): MadeLibrary {
  const random = createRandom(7);
  const part = () => random(UNIT) / UNIT;
  const toWord = (rank: number) => {
    let word = '';
    for (let left = rank + 1; left > 0; left = Math.floor(left / PARTS.length)) {
      word += PARTS[left % PARTS.length];
    }
    return word;
  };
  // Rank r comes up as often as 1 / r.
  const draw = () => toWord(Math.floor(WORDS ** part()) - 1);
  const topics = Array.from({ length: TOPICS }, () => {
    const words = Array.from({ length: TOPIC_WORDS }, () => toWord(200 + random(WORDS - 200)));
    const replies = Array.from({ length: 4 }, () => Array.from({ length: 22 }, draw).join(' '));
    return { words, replies };
  });
  const ask = () => {
    const topic = topics[Math.floor(TOPICS * part() ** 2)] ?? topics[0];
    const told = Array.from({ length: 10 + random(14) }, () =>
      part() < 0.25 ? topic?.words[random(TOPIC_WORDS)] : draw(),
    );
    return { topic, post: told.join(' ') };
  };
  const entries = Array.from({ length: size }, (_, at): LibraryEntry => {
    const { topic, post } = ask();
    const text = `Hi! ${topic?.replies[random(4)]} ${draw()} ${draw()}.`;
    const { title: _none, ...entry } = aLibraryEntry({ id: `x:${1_000 + at}`, kind: 'reply' });
    return { ...entry, text, question: post, tags: [], at: 1_700_000_000_000 + at };
  });
  return { entries, posts: Array.from({ length: posts }, () => ask().post) };
}

/** The same posts as threads of the team's database. */
export const toThreadPosts = (posts: readonly string[]) =>
  posts.map((text, at) => aPost({ id: `${at}`, text }));
