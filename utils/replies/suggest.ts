/**
 * Suggestions from the team's own library: past replies, found through the posts they answered and chosen by how far
 * such answers agree, and snippets. No model, no network; nothing is shown rather than something poor.
 */
import type { LibraryEntry, Suggestion } from '#utils/model/library.ts';
import type { Post } from '#utils/model/post.ts';
import { toDice, type Features } from '#utils/text/similarity.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import { WordWeights } from '#utils/text/word-weights.ts';
import {
  COMPANION_MIN,
  CONFIDENCE_MIN,
  toReplyConfidence,
  toSnippetConfidence,
} from './confidence.ts';
import { chooseReplies, SEARCHED_POSTS, type SameQuestion, type Wish } from './choose-replies.ts';
import { toFitWeight, type Asker } from './entry-fit.ts';
import { toUseWeight } from './entry-use.ts';
import { toLinkText } from './linked-answer.ts';
import { toMood } from './polarity.ts';
import { PreparedReplies } from './prepared-replies.ts';
import { toLinkReason, toReplyReason, toSnippetReason, type ReasonContext } from './reason.ts';
import { ReplyIndex } from './reply-index.ts';
import { SnippetIndex } from './snippet-index.ts';
import { fillVariables, toFirstName, toHandle } from './variables.ts';

/** Most suggestions for one post. */
export const SUGGESTIONS_MAX = 3;

/** Who answers, for which brand, at which moment (ms). */
export interface SuggestContext extends ReasonContext, Asker {
  brandName: string;
}

export interface Suggester {
  /** At most three different suggestions, best first; none when nothing reaches the confidence. */
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
const HANDLE = /@[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu;

/** From which confidence on suggestions are shown. */
export interface ShownFrom {
  best: number;
  companion: number;
}

class LibrarySuggester implements Suggester {
  readonly #shownFrom: ShownFrom;
  readonly #entries = new Map<string, LibraryEntry>();
  readonly #weights = new WordWeights();
  readonly #handleTexts = new Map<string, number>();
  readonly #snippets = new SnippetIndex(this.#weights);
  readonly #replies = new ReplyIndex();
  readonly #prepared = new PreparedReplies(
    (handle) => (this.#handleTexts.get(handle.toLowerCase()) ?? 0) >= SHARED_HANDLE_TEXTS,
  );

  constructor(shownFrom: ShownFrom) {
    this.#shownFrom = shownFrom;
  }

  add(entry: LibraryEntry): void {
    this.remove(entry.id);
    this.#entries.set(entry.id, entry);
    this.#weights.add(toWeighedWords(entry));
    this.#countHandles(entry, 1);
    (entry.kind === 'reply' ? this.#replies : this.#snippets).add(entry);
  }

  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#prepared.forget(id);
    this.#weights.remove(toWeighedWords(entry));
    this.#countHandles(entry, -1);
    (entry.kind === 'reply' ? this.#replies : this.#snippets).remove(entry);
  }

  suggest(post: Post, context: SuggestContext): Suggestion[] {
    const text = post.title ? `${post.title}\n${post.text}` : post.text;
    const spelled = this.#toTellingWords(text, context.brandName);
    const stems = [...spelled.keys()];
    const mood = toMood(text);
    const values = {
      name: toFirstName(post.author),
      handle: toHandle(post.author),
      brand: context.brandName,
      me: context.memberName,
    };
    const wish: Wish = { stems, mood, site: post.site, now: context.now, asker: context };
    const similar = this.#replies.find(stems, SEARCHED_POSTS).flatMap((one) => {
      const entry = this.#entries.get(one.id);
      return entry ? [{ ...one, entry }] : [];
    });
    const facts = {
      weight: (stem: string) => this.#weights.weight(stem),
      prepared: this.#prepared,
    };
    const chosen = chooseReplies(similar, wish, facts, SUGGESTIONS_MAX);
    const replies = chosen.replies.map(({ entry, template, features, evidence }): Proposal => ({
      entryId: entry.id,
      text: fillVariables(template, values),
      confidence: withUse(toReplyConfidence(evidence), entry),
      reason: toReplyReason(entry, context),
      features,
      isSnippet: false,
    }));
    const snippets = this.#snippets
      .find(stems, mood)
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

  #countHandles(entry: LibraryEntry, step: number): void {
    for (const handle of new Set(entry.text.toLowerCase().match(HANDLE))) {
      this.#handleTexts.set(handle, (this.#handleTexts.get(handle) ?? 0) + step);
    }
  }
}

function toWeighedWords(entry: LibraryEntry): Set<string> {
  const { kind, text, title = '', question = '', tags } = entry;
  const about = kind === 'reply' ? question : [title, ...tags, question, text].join('\n');
  return new Set(toWords(about).map(toStem));
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

/**
 * A suggester over `entries`; building takes about a second for 10,000 of them, later changes next to nothing
 * (docs/replies.md). `shownFrom` is for measuring what the threshold does.
 */
export function createSuggester(
  entries: readonly LibraryEntry[],
  shownFrom: ShownFrom = { best: CONFIDENCE_MIN, companion: COMPANION_MIN },
): Suggester {
  const suggester = new LibrarySuggester(shownFrom);
  for (const entry of entries) suggester.add(entry);
  return suggester;
}
