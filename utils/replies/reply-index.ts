import MiniSearch from 'minisearch';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toFeatures, type Features } from '#utils/text/similarity.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import type { WordWeights } from '#utils/text/word-weights.ts';
import { pickByAgreement } from './agreement.ts';
import type { ReplyEvidence } from './confidence.ts';
import { toFitWeight, type Asker } from './entry-fit.ts';
import { isApologyUsual, isFitting, toTone, type Mood, type Tone } from './polarity.ts';
import { toTemplate, type IsSharedHandle } from './to-template.ts';

// Measured: 30, 60, 100 similar posts gave hit@3 12.0, 13.0, 13.5 %; more cost time.
const SIMILAR_POSTS = 80;
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

/** A past answer proposed for a post, with the people of its time taken out. */
export interface FoundReply {
  entry: LibraryEntry;
  template: string;
  features: Features;
  evidence: ReplyEvidence;
}

interface Prepared {
  template: string;
  features: Features;
  tone: Tone;
}

/** What is asked for. */
export interface Wish {
  /** Stems of the post's telling words. */
  stems: readonly string[];
  mood: Mood;
  /** The site that the post stands on. */
  site: string;
  /** ms. */
  now: number;
  asker: Asker;
}

/** An answer to nearly the same question. */
export interface SameQuestion {
  entry: LibraryEntry;
  /** How far the two questions share their telling words, 0…1. */
  alike: number;
}

/** Past replies, found through the customer posts that they answered. */
export class ReplyIndex {
  readonly #entries = new Map<string, LibraryEntry>();
  readonly #prepared = new Map<string, Prepared>();
  readonly #search = new MiniSearch<LibraryEntry>({
    fields: ['question'],
    tokenize: toWords,
    processTerm: toStem,
  });
  readonly #weights: WordWeights;
  readonly #isSharedHandle: IsSharedHandle;

  constructor(weights: WordWeights, isSharedHandle: IsSharedHandle) {
    this.#weights = weights;
    this.#isSharedHandle = isSharedHandle;
  }

  add(entry: LibraryEntry): void {
    this.#entries.set(entry.id, entry);
    this.#search.add(entry);
  }

  remove(entry: LibraryEntry): void {
    this.#entries.delete(entry.id);
    this.#prepared.delete(entry.id);
    this.#search.remove(entry);
  }

  /** At most `count` answers that fit, best first, and one that stands already where it can be linked to. */
  find(wish: Wish, count: number): { replies: FoundReply[]; same: SameQuestion | null } {
    const { stems, mood } = wish;
    const { similar, topTerms } = this.#findSimilar(wish);
    const total = similar.reduce((sum, one) => sum + one.weight, 0);
    const sorry = similar.filter(({ tone }) => tone === 'apology');
    const share = sorry.reduce((sum, one) => sum + one.weight, 0) / Math.max(total, 1e-9);
    const candidates = similar.filter(
      ({ template, tone }) =>
        template !== '' &&
        isFitting(mood, tone) &&
        (tone !== 'apology' || isApologyUsual(mood, share)),
    );
    const asked = this.#sumWeights(stems);
    const topMatch = asked === 0 ? 0 : this.#sumWeights(topTerms) / asked;
    const replies = pickByAgreement(candidates, count).flatMap(({ index, support }) => {
      const found = candidates[index];
      if (!found) return [];
      const { entry, template, features } = found;
      const alike = candidates.length < FEW_POSTS ? this.#toAlikeness(stems, entry) : 0;
      const evidence = {
        support: Math.max(support, ALIKE_WORTH * alike),
        topMatch,
        features: features.size,
      };
      return [{ entry, template, features, evidence }];
    });
    const same = this.#toSame(
      wish,
      similar.map(({ entry }) => entry),
    );
    return { replies, same };
  }

  /** The answer to nearly the same question on the same site that can be linked to; null when there is none. */
  #toSame({ stems, site }: Wish, entries: readonly LibraryEntry[]): SameQuestion | null {
    const found = entries
      .slice(0, SAME_LOOKED_AT)
      .filter(({ id, permalink }) => permalink !== undefined && id.startsWith(`${site}:`))
      .map((entry) => ({ entry, alike: this.#toAlikeness(stems, entry) }))
      .sort((one, other) => other.alike - one.alike || other.entry.at - one.entry.at)[0];
    return found && found.alike >= SAME_FROM ? found : null;
  }

  /** The most similar posts that fit who asks, with the words that the first of them shares. */
  #findSimilar({ stems, site, now, asker }: Wish) {
    if (stems.length === 0) return { similar: [], topTerms: [] };
    const results = this.#search.search('post', {
      tokenize: () => [...stems],
      processTerm: (term) => term,
    });
    const similar = [];
    let topTerms: readonly string[] | null = null;
    for (const { id, score, terms } of results) {
      const entry = this.#entries.get(String(id));
      const fit = entry ? toFitWeight(entry, site, asker) : 0;
      if (!entry || fit === 0) continue;
      topTerms ??= terms;
      const age = Math.max(0, now - entry.at) / YEAR_MS;
      const weight = fit * score * (1 - AGE_WEIGHT + AGE_WEIGHT * 2 ** -age);
      similar.push({ entry, weight, ...this.#prepare(entry) });
      if (similar.length === SIMILAR_POSTS) break;
    }
    return { similar, topTerms: topTerms ?? [] };
  }

  #prepare(entry: LibraryEntry): Prepared {
    const known = this.#prepared.get(entry.id);
    if (known) return known;
    const template = toTemplate(entry.text, this.#isSharedHandle);
    const prepared = { template, features: toFeatures(toWords(template)), tone: toTone(template) };
    this.#prepared.set(entry.id, prepared);
    return prepared;
  }

  /** How far post and question share their telling words, 0…1. */
  #toAlikeness(stems: readonly string[], { question = '' }: LibraryEntry): number {
    const asked = new Set(toWords(question).map(toStem));
    const shared = this.#sumWeights(stems.filter((stem) => asked.has(stem)));
    if (shared < ALIKE_WORDS_MIN) return 0;
    return (2 * shared) / (this.#sumWeights(stems) + this.#sumWeights([...asked]));
  }

  #sumWeights(stems: readonly string[]): number {
    return stems.reduce((sum, stem) => sum + this.#weights.weight(stem), 0);
  }
}
