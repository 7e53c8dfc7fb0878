/**
 * Whether a draft reads like a reply sent lately. Compared are words and pairs of neighbors after names, greeting,
 * signature, handles, addresses, digits and emoji are gone: those are what people change when they paste a template.
 */
import { toTemplate } from '#utils/replies/to-template.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import type { Check, RecentReplies } from './draft-check.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** How long a reply of another thread counts as "lately". */
export const LATELY_MS = 14 * DAY_MS;
// Below so many words ("You're welcome!") there is nothing to say in another way.
const WORDS_MIN = 4;
/**
 * From this likeness on a draft is a near copy: a little below what tests/bench/same-text.ts chooses when it leaves one
 * brand out (0.78 to 0.84), since a copy that is missed costs more than a look.
 */
export const SAME_FROM = 0.76;
// Shared words tell that it is the same text; shared pairs that it is said alike.
const WORD_SHARE = 0.6;

const SALUTATION = new Set(
  `hi hello hey hiya howdy there dear good morning afternoon evening greetings hallo guten tag abend moin liebe lieber
  bonjour bonsoir salut hola buenos buenas dias tardes noches ola oi bom dia boa tarde noite ciao name brand`.split(
    /\s+/,
  ),
);

export interface RecentReply {
  threadId: string;
  text: string;
  /** Milliseconds since 1970. */
  at: number;
}

function toComparedWords(text: string): string[] {
  const words = toWords(toTemplate(text, () => false))
    .map(toStem)
    .map((word) => word.replace(/\p{N}+/gu, '0'));
  const start = words.findIndex((word) => !SALUTATION.has(word));
  return words.slice(Math.max(0, start)).filter((word) => word !== 'name' && word !== 'brand');
}

const toPairs = (words: readonly string[]) =>
  words.slice(1).map((word, index) => `${words[index]} ${word}`);

/** Makes replies ready for `checkSameText`, once for many drafts. */
export function prepareReplies(replies: readonly RecentReply[]): RecentReplies {
  const places = new Map<string, number[]>();
  const prepared = replies.map(({ threadId, at, text }, index) => {
    const compared = toComparedWords(text);
    const words = new Set(compared);
    const pairs = new Set(toPairs(compared));
    for (const feature of [...words, ...pairs]) {
      const known = places.get(feature);
      if (known) known.push(index);
      else places.set(feature, [index]);
    }
    return { threadId, at, words: words.size, pairs: pairs.size };
  });
  return { replies: prepared, places };
}

function countShared(features: ReadonlySet<string>, recent: RecentReplies): Uint16Array {
  const shared = new Uint16Array(recent.replies.length);
  for (const feature of features) {
    for (const index of recent.places.get(feature) ?? []) shared[index] = (shared[index] ?? 0) + 1;
  }
  return shared;
}

const dice = (shared: number, a: number, b: number) => (a + b === 0 ? 0 : (2 * shared) / (a + b));

/** How alike the draft and each recent reply are, 0…1; all 0 for a draft too short to be compared. */
export function toLikeness(draft: string, recent: RecentReplies): number[] {
  const compared = toComparedWords(draft);
  const words = new Set(compared);
  if (words.size < WORDS_MIN) return recent.replies.map(() => 0);
  const pairs = new Set(toPairs(compared));
  const sharedWords = countShared(words, recent);
  const sharedPairs = countShared(pairs, recent);
  return recent.replies.map(
    (reply, index) =>
      WORD_SHARE * dice(sharedWords[index] ?? 0, words.size, reply.words) +
      (1 - WORD_SHARE) * dice(sharedPairs[index] ?? 0, pairs.size, reply.pairs),
  );
}

function toAge(ageMs: number): string {
  const days = Math.floor(ageMs / DAY_MS);
  if (days < 1) return 'within the last day';
  return days === 1 ? 'a day ago' : `${days} days ago`;
}

export const checkSameText: Check = (draft, { recent, threadId, now }) => {
  const alike = toLikeness(draft, recent).flatMap((likeness, index) => {
    const reply = recent.replies[index];
    if (!reply || likeness < SAME_FROM) return [];
    const isHere = threadId !== null && reply.threadId === threadId;
    return isHere || now - reply.at <= LATELY_MS ? [{ ...reply, isHere }] : [];
  });
  if (alike.length === 0) return null;
  if (alike.some((reply) => reply.isHere)) {
    return {
      id: 'same-text',
      level: 'warning',
      message: 'This thread already has nearly the same reply: say something new.',
    };
  }
  const last = Math.max(...alike.map((reply) => reply.at));
  const seen =
    alike.length === 1
      ? `The team sent nearly the same text ${toAge(now - last)}`
      : `The team sent nearly the same text ${alike.length} times lately`;
  return {
    id: 'same-text',
    level: 'warning',
    message: `${seen}: put it in other words, about this customer.`,
  };
};
