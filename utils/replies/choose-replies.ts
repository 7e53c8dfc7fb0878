/**
 * Which of the past replies to similar posts to propose. Pure: the entries that the search found are passed in, so that
 * it does not matter where they are kept.
 */
import type { Intent } from '#utils/model/intents.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import type { Features } from '#utils/text/similarity.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import { pickByAgreement } from './agreement.ts';
import { toAnswerWords, type AnswerModel } from './answers/answer-model.ts';
import type { ReplyEvidence } from './confidence.ts';
import { toFitWeight, type Asker } from './entry-fit.ts';
import type { SimilarPost } from './index/search-blocks.ts';
import { isApologyUsual, isFitting, type Mood } from './polarity.ts';
import type { PreparedReplies } from './prepared-replies.ts';

// Measured: 30, 60, 100 similar posts gave hit@3 12.0, 13.0, 13.5 %; more cost time.
const SIMILAR_POSTS = 80;
/** How many to search for: some are retired, or in another language. */
export const SEARCHED_POSTS = 1.25 * SIMILAR_POSTS;
// With fewer similar posts than this there is no agreement to measure; then the likeness of the posts stands in for it,
// at a worth that shows an answer to nearly the same post. A judgment: held-out data has no such small libraries.
const FEW_POSTS = 5;
const ALIKE_WORTH = 0.3;
// Two telling words at least: "Done" is like every "Done".
const ALIKE_WORDS_MIN = 1.5;
// To say that a question is the same, this share of the telling words must be; looked for among the most similar.
const SAME_FROM = 0.7;
const SAME_LOOKED_AT = 5;
// Newer answers are preferred among equals: one a year old weighs 5 % less.
const AGE_WEIGHT = 0.1;
const YEAR_MS = 31_557_600_000;
// How much what was learned of answers counts against the likeness of the posts (set on held-out data; .15 to .25 are alike).
const MODEL_SHARE = 0.2;
// What answered a post that wanted something else, by its words, counts less. On held-out data .8 to 1 come to the same.
const OTHER_INTENT = 0.9;

/** What is asked for. */
export interface Wish {
  /** Stems of the post's telling words. */
  stems: readonly string[];
  /** The whole post. */
  text: string;
  mood: Mood;
  /** What it wants; null: not told. */
  intent: Intent | null;
  /** The site that the post stands on. */
  site: string;
  /** ms. */
  now: number;
  asker: Asker;
}

/** A past reply to a similar post. */
export interface SimilarReply extends SimilarPost {
  entry: LibraryEntry;
}

/** What the library as a whole tells of single words and replies. */
export interface LibraryFacts {
  /** How much a stem tells, 0…1. */
  weight: (stem: string) => number;
  prepared: PreparedReplies;
  /** What was learned of which replies answer which posts; null as long as there is too little to learn from. */
  answers: Pick<AnswerModel, 'rate'> | null;
}

/** A past answer proposed for a post, with the people of its time taken out. */
export interface FoundReply {
  entry: LibraryEntry;
  template: string;
  features: Features;
  evidence: ReplyEvidence;
}

/** An answer to nearly the same question. */
export interface SameQuestion {
  entry: LibraryEntry;
  /** How far the two questions share their telling words, 0…1. */
  alike: number;
}

/** What was chosen. */
export interface ChosenReplies {
  /** Best first. */
  replies: FoundReply[];
  /** An answer that stands already where it can be linked to. */
  same: SameQuestion | null;
}

/** At most `count` of the `found` (most similar first) that fit. */
export function chooseReplies(
  found: readonly SimilarReply[],
  wish: Wish,
  facts: LibraryFacts,
  count: number,
): ChosenReplies {
  const { stems, mood, intent, site, now, asker } = wish;
  const weigh = ({ entry, score }: SimilarReply) => {
    const age = Math.max(0, now - entry.at) / YEAR_MS;
    const recency = 1 - AGE_WEIGHT + AGE_WEIGHT * 2 ** -age;
    const answered = intent === null ? null : facts.prepared.intentOf(entry);
    const isOther = answered !== null && answered !== intent;
    return toFitWeight(entry, site, asker) * score * recency * (isOther ? OTHER_INTENT : 1);
  };
  const similar = found
    .map((one) => ({ ...one, weight: weigh(one) }))
    .filter(({ weight }) => weight > 0)
    .slice(0, SIMILAR_POSTS)
    .map((one) => ({ ...one, ...facts.prepared.of(one.entry) }));
  const sum = (list: readonly { weight: number }[]) =>
    list.reduce((all, { weight }) => all + weight, 0);
  const sorry = sum(similar.filter(({ tone }) => tone === 'apology'));
  const share = sorry / Math.max(sum(similar), 1e-9);
  const rate = facts.answers?.rate(toAnswerWords(wish.text));
  const candidates = similar
    .filter(
      ({ template, tone }) =>
        template !== '' &&
        isFitting(mood, tone) &&
        (tone !== 'apology' || isApologyUsual(mood, share)),
    )
    .map((one) => ({
      ...one,
      weight: one.weight * (rate ? Math.exp(MODEL_SHARE * rate(one.words)) : 1),
    }));
  const asked = sumWeights(stems, facts);
  const topMatch = asked === 0 ? 0 : sumWeights(similar[0]?.terms ?? [], facts) / asked;
  const replies = pickByAgreement(candidates, count).flatMap(({ index, support }) => {
    const chosen = candidates[index];
    if (!chosen) return [];
    const { entry, template, features } = chosen;
    const alike = candidates.length < FEW_POSTS ? toAlikeness(stems, entry, facts) : 0;
    const evidence = {
      support: Math.max(support, ALIKE_WORTH * alike),
      topMatch,
      features: features.size,
    };
    return [{ entry, template, features, evidence }];
  });
  return { replies, same: toSame(wish, similar, facts) };
}

/** The answer to nearly the same question on the same site that can be linked to; null when there is none. */
function toSame(
  { stems, site }: Wish,
  similar: readonly SimilarReply[],
  facts: LibraryFacts,
): SameQuestion | null {
  const [same] = similar
    .slice(0, SAME_LOOKED_AT)
    .filter(({ id, entry }) => entry.permalink !== undefined && id.startsWith(`${site}:`))
    .map(({ entry }) => ({ entry, alike: toAlikeness(stems, entry, facts) }))
    .sort((one, other) => other.alike - one.alike || other.entry.at - one.entry.at);
  return same && same.alike >= SAME_FROM ? same : null;
}

/** How far post and question share their telling words, 0…1. */
function toAlikeness(
  stems: readonly string[],
  { question = '' }: LibraryEntry,
  facts: LibraryFacts,
): number {
  const asked = new Set(toWords(question).map(toStem));
  const shared = sumWeights(
    stems.filter((stem) => asked.has(stem)),
    facts,
  );
  if (shared < ALIKE_WORDS_MIN) return 0;
  return (2 * shared) / (sumWeights(stems, facts) + sumWeights([...asked], facts));
}

function sumWeights(stems: readonly string[], { weight }: LibraryFacts): number {
  return stems.reduce((sum, stem) => sum + weight(stem), 0);
}
