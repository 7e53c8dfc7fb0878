/**
 * Suggestions from the team's own library: past replies, found through the posts they answered and chosen by how far
 * such answers agree, and snippets. No model, no network; nothing is shown rather than something poor.
 */
import type { Intent } from '#utils/model/intents.ts';
import type { LibraryEntry, Suggestion } from '#utils/model/library.ts';
import { toLibraryBucket } from '#utils/model/library-bucket.ts';
import type { Post } from '#utils/model/post.ts';
import { toDice, type Features } from '#utils/text/similarity.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import { WordWeights } from '#utils/text/word-weights.ts';
import type { AnswerModel } from './answers/answer-model.ts';
import {
  COMPANION_MIN,
  CONFIDENCE_MIN,
  toReplyConfidence,
  toSnippetConfidence,
} from './confidence.ts';
import { chooseReplies, SEARCHED_POSTS, type SameQuestion, type Wish } from './choose-replies.ts';
import { chooseSnippets, SEARCHED_SNIPPETS } from './choose-snippets.ts';
import { toFitWeight, type Asker } from './entry-fit.ts';
import { toUseWeight } from './entry-use.ts';
import { toEntryWords } from './index/entry-words.ts';
import { changePiece, LibraryIndex } from './index/library-index.ts';
import type { SimilarPost } from './index/search-blocks.ts';
import { toLinkText } from './linked-answer.ts';
import { toMood } from './polarity.ts';
import { PreparedReplies, type IntentOf } from './prepared-replies.ts';
import { toLinkReason, toReplyReason, toSnippetReason, type ReasonContext } from './reason.ts';
import { fillVariables, toFirstName, toHandle } from './variables.ts';

/** Most suggestions for one post. */
export const SUGGESTIONS_MAX = 3;

/** Who answers, for which brand, at which moment (ms). */
export interface SuggestContext extends ReasonContext, Asker {
  brandName: string;
  /** What a person says the post wants; else its words tell. */
  intent?: Intent | undefined;
}

/** The entries that a post may be answered with, before they are at hand. */
export interface Shortlist {
  replies: readonly SimilarPost[];
  snippets: readonly SimilarPost[];
}

/** Suggests from a library that is kept elsewhere: first tells which entries it needs, then chooses among them. */
export interface Ranking {
  shortlist(post: Post, context: SuggestContext): Shortlist;
  /** At most three different suggestions, best first; none when nothing reaches the confidence. */
  suggest(
    post: Post,
    context: SuggestContext,
    shortlist: Shortlist,
    entryOf: (id: string) => LibraryEntry | undefined,
  ): Suggestion[];
}

/** Suggests from a library that is held in memory. */
export interface Suggester {
  /** As a `Ranking` does. */
  suggest(post: Post, context: SuggestContext): Suggestion[];
  /** Takes an entry in; one with the same id is replaced. */
  add(entry: LibraryEntry): void;
  /** Forgets an entry; an unknown id is no error. */
  remove(id: string): void;
}

interface Proposal extends Suggestion {
  features: Features;
  isSnippet: boolean;
}

// Beside a good suggestion a snippet that fits less than half as well is noise: its figure is a judgment.
const SNIPPET_SHARE = 0.5;
// Two texts that share more than this of their words are one suggestion.
const SAME_TEXT = 0.6;
// A word in more than this share of the posts finds everything and tells nothing.
const EVERYWHERE = 0.2;
// … but in a small library a share says nothing yet.
const EVERYWHERE_TEXTS = 10;
// A handle in this many texts of the library is a support account, not a customer.
const SHARED_HANDLE_TEXTS = 3;

/** From which confidence on suggestions are shown. */
export interface ShownFrom {
  best: number;
  companion: number;
}

class LibraryRanking implements Ranking {
  readonly #shownFrom: ShownFrom;
  readonly #index: LibraryIndex;
  readonly #weights: WordWeights;
  readonly #prepared: PreparedReplies;
  readonly #answers: AnswerModel | null;
  readonly #intentOf: IntentOf;

  constructor(index: LibraryIndex, { answers, intentOf, shownFrom }: Required<RankingOptions>) {
    this.#answers = answers;
    this.#intentOf = intentOf;
    this.#index = index;
    this.#shownFrom = shownFrom;
    this.#weights = new WordWeights(index);
    this.#prepared = new PreparedReplies(
      (handle) => index.textsWithHandle(handle) >= SHARED_HANDLE_TEXTS,
      intentOf,
    );
  }

  shortlist(post: Post, { brandName }: SuggestContext): Shortlist {
    const stems = [...this.#toTellingWords(toText(post), brandName).keys()];
    return {
      replies: this.#index.find('reply', stems, SEARCHED_POSTS),
      snippets: this.#index.find('snippet', stems, SEARCHED_SNIPPETS),
    };
  }

  suggest(
    post: Post,
    context: SuggestContext,
    shortlist: Shortlist,
    entryOf: (id: string) => LibraryEntry | undefined,
  ): Suggestion[] {
    const text = toText(post);
    const spelled = this.#toTellingWords(text, context.brandName);
    const stems = [...spelled.keys()];
    const mood = toMood(text);
    const values = {
      name: toFirstName(post.author),
      handle: toHandle(post.author),
      brand: context.brandName,
      me: context.memberName,
    };
    const wish: Wish = {
      stems,
      text,
      mood,
      intent: context.intent ?? this.#intentOf(text),
      site: post.site,
      now: context.now,
      asker: context,
    };
    const withEntry = (one: SimilarPost) => {
      const entry = entryOf(one.id);
      return entry ? [{ ...one, entry }] : [];
    };
    const weight = (stem: string) => this.#weights.weight(stem);
    const facts = { weight, prepared: this.#prepared, answers: this.#answers };
    const similar = shortlist.replies.flatMap(withEntry);
    const chosen = chooseReplies(similar, wish, facts, SUGGESTIONS_MAX);
    const replies = chosen.replies.map(({ entry, template, features, evidence }): Proposal => ({
      entryId: entry.id,
      text: fillVariables(template, values),
      confidence: withUse(toReplyConfidence(evidence), entry),
      reason: toReplyReason(entry, context),
      features,
      isSnippet: false,
    }));
    const snippets = chooseSnippets(shortlist.snippets.flatMap(withEntry), mood, weight)
      .filter(({ entry }) => toFitWeight(entry, post.site, context) > 0)
      .map(({ entry, matched, features, evidence }): Proposal => ({
        entryId: entry.id,
        text: fillVariables(entry.text, values),
        confidence: withUse(toSnippetConfidence(evidence), entry),
        reason: toSnippetReason(
          entry,
          matched.map((stem) => spelled.get(stem) ?? stem),
          context,
        ),
        features,
        isSnippet: true,
      }));
    const shown = toShown([...replies, ...snippets], this.#shownFrom);
    const link = toLink(chosen.same, context);
    return link ? [...shown.slice(0, SUGGESTIONS_MAX - 1), link] : shown;
  }

  /** Stems of the post's words, each with its spelling there, without those that stand everywhere. */
  #toTellingWords(text: string, brandName: string): Map<string, string> {
    const brand = new Set(toWords(brandName).map(toStem));
    const spelled = new Map(toWords(text).map((word) => [toStem(word), word]));
    const named = [...spelled].filter(([stem]) => !brand.has(stem));
    const rare = named.filter(([stem]) => {
      const { texts, share } = this.#weights.share(stem);
      return share <= EVERYWHERE || texts <= EVERYWHERE_TEXTS;
    });
    // A post may consist of such words alone; then they have to do.
    const known = rare.filter(([stem]) => this.#weights.share(stem).texts > 0);
    return new Map(known.length >= 2 ? rare : named);
  }
}

function toText({ title, text }: Post): string {
  return title ? `${title}\n${text}` : text;
}

/** A word that points to the answer that stands already. */
function toLink(same: SameQuestion | null, context: SuggestContext): Suggestion | null {
  const text = same && toLinkText(same.entry.permalink ?? '', context.lang);
  if (!same || !text) return null;
  const { entry, alike } = same;
  const reason = toLinkReason(entry, context);
  return { entryId: entry.id, kind: 'link', text, confidence: Math.min(1, alike), reason };
}

/** What use has shown of an entry, on top of how well it fits. */
function withUse(confidence: number, entry: LibraryEntry): number {
  return Math.min(1, confidence * toUseWeight(entry));
}

function isSame(one: Proposal, other: Proposal): boolean {
  return one.text === other.text || toDice(one.features, other.features) > SAME_TEXT;
}

function toShown(proposals: readonly Proposal[], { best, companion }: ShownFrom): Suggestion[] {
  const ranked = proposals.toSorted((a, b) => b.confidence - a.confidence);
  const shown: Proposal[] = [];
  if ((ranked[0]?.confidence ?? 0) < best) return [];
  for (const one of ranked) {
    if (one.confidence < companion || shown.length === SUGGESTIONS_MAX) break;
    if (one.isSnippet && one.confidence < SNIPPET_SHARE * (shown[0]?.confidence ?? 0)) continue;
    if (!shown.some((other) => isSame(one, other))) shown.push(one);
  }
  return shown.map(({ entryId, text, confidence, reason }) => ({
    entryId,
    text,
    confidence,
    reason,
  }));
}

/** What a ranking may do without. */
export interface RankingOptions {
  /** What was learned from the library. */
  answers?: AnswerModel | null;
  /** Tells what a post wants. */
  intentOf?: IntentOf;
  /** For measuring what the threshold does. */
  shownFrom?: ShownFrom;
}

/** A ranking by what an index knows. */
export function createRanking(
  index: LibraryIndex,
  {
    answers = null,
    intentOf = () => null,
    shownFrom = { best: CONFIDENCE_MIN, companion: COMPANION_MIN },
  }: RankingOptions = {},
): Ranking {
  return new LibraryRanking(index, { answers, intentOf, shownFrom });
}

/** A suggester over `entries`, all of them in memory; for a library that is kept in a database see `createRanking`. */
export function createSuggester(
  entries: readonly LibraryEntry[],
  options: RankingOptions = {},
): Suggester {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const index = new LibraryIndex();
  const ranking = createRanking(index, options);
  const change = (bucket: number, gone: string[], told: readonly LibraryEntry[]) =>
    index.put(bucket, changePiece(index.pieceOf(bucket), new Set(gone), told.map(toEntryWords)));
  for (const [bucket, told] of Map.groupBy(byId.values(), ({ id }) => toLibraryBucket(id))) {
    change(bucket, [], told);
  }
  return {
    suggest: (post, context) =>
      ranking.suggest(post, context, ranking.shortlist(post, context), (id) => byId.get(id)),
    add(entry) {
      byId.set(entry.id, entry);
      change(toLibraryBucket(entry.id), [], [entry]);
    },
    remove(id) {
      byId.delete(id);
      change(toLibraryBucket(id), [id], []);
    },
  };
}
