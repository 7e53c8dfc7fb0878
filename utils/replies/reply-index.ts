import MiniSearch from 'minisearch';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toFeatures, type Features } from '#utils/text/similarity.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import type { WordWeights } from '#utils/text/word-weights.ts';
import { pickByAgreement } from './agreement.ts';
import type { ReplyEvidence } from './confidence.ts';
import { isFitting, toTone, type Mood, type Tone } from './polarity.ts';
import { toTemplate, type IsSharedHandle } from './to-template.ts';

// Measured: 30, 60, 100 similar posts gave hit@3 12.0, 13.0, 13.5 %; more cost time.
const SIMILAR_POSTS = 80;
// With fewer similar posts than this there is no agreement to measure; then the likeness of the posts stands in for it,
// at a worth that shows an answer to nearly the same post. A judgment: held-out data has no such small libraries.
const FEW_POSTS = 5;
const ALIKE_WORTH = 0.3;
// Two telling words at least: "Done" is like every "Done".
const ALIKE_WORDS_MIN = 1.5;
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

  /** At most `count` answers that fit the mood, best first; `stems` are what is asked for. */
  find(stems: readonly string[], mood: Mood, now: number, count: number): FoundReply[] {
    if (stems.length === 0) return [];
    const results = this.#search.search('post', {
      tokenize: () => [...stems],
      processTerm: (term) => term,
    });
    const similar = results.slice(0, SIMILAR_POSTS).flatMap(({ id, score }) => {
      const entry = this.#entries.get(String(id));
      if (!entry) return [];
      const age = Math.max(0, now - entry.at) / YEAR_MS;
      const weight = score * (1 - AGE_WEIGHT + AGE_WEIGHT * 2 ** -age);
      return [{ entry, weight, ...this.#prepare(entry) }];
    });
    const candidates = similar.filter((one) => one.template !== '' && isFitting(mood, one.tone));
    const asked = this.#sumWeights(stems);
    const topMatch = asked === 0 ? 0 : this.#sumWeights(results[0]?.terms ?? []) / asked;
    return pickByAgreement(candidates, count).flatMap(({ index, support }) => {
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
