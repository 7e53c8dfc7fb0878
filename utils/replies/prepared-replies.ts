import type { Intent } from '#utils/model/intents.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toFeatures, type Features } from '#utils/text/similarity.ts';
import { toWords } from '#utils/text/tokenize.ts';
import { toAnswerWords, type AnswerWords } from './answers/answer-model.ts';
import { toTone, type Tone } from './polarity.ts';
import { toTemplate, type IsSharedHandle } from './to-template.ts';

/** A past reply made ready to be compared and used again. */
export interface PreparedReply {
  /** Its text without the people of its time. */
  template: string;
  features: Features;
  words: AnswerWords;
  tone: Tone;
}

/** What a post wants, as far as its words tell. */
export type IntentOf = (post: string) => Intent | null;

// What was asked for lately is asked for again; all of a large library would be too much to hold.
const KEPT = 4_000;

/** Makes past replies ready, and remembers those of late. */
export class PreparedReplies {
  readonly #kept = new Map<string, { text: string; prepared: PreparedReply }>();
  readonly #isSharedHandle: IsSharedHandle;
  readonly #intentOf: IntentOf;
  readonly #intents = new Map<string, { question: string; intent: Intent | null }>();

  constructor(isSharedHandle: IsSharedHandle, intentOf: IntentOf) {
    this.#isSharedHandle = isSharedHandle;
    this.#intentOf = intentOf;
  }

  of({ id, text }: LibraryEntry): PreparedReply {
    const known = this.#kept.get(id);
    if (known?.text === text) return known.prepared;
    const template = toTemplate(text, this.#isSharedHandle);
    const prepared = {
      template,
      features: toFeatures(toWords(template)),
      words: toAnswerWords(template),
      tone: toTone(template),
    };
    if (this.#kept.size >= KEPT) this.#kept.clear();
    this.#kept.set(id, { text, prepared });
    return prepared;
  }

  /** What the post wanted that it answered; null: not told. */
  intentOf({ id, question = '' }: LibraryEntry): Intent | null {
    const known = this.#intents.get(id);
    if (known?.question === question) return known.intent;
    const intent = this.#intentOf(question);
    if (this.#intents.size >= KEPT) this.#intents.clear();
    this.#intents.set(id, { question, intent });
    return intent;
  }

  /** Forgets an entry: handles may mean something else by the time it comes back. */
  forget(id: string): void {
    this.#kept.delete(id);
    this.#intents.delete(id);
  }
}
