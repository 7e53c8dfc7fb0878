import type { LibraryEntry } from '#utils/model/library.ts';
import { toFeatures, type Features } from '#utils/text/similarity.ts';
import { toWords } from '#utils/text/tokenize.ts';
import { toStemHashes, type StemHashes } from './answers/answer-model.ts';
import { toTone, type Tone } from './polarity.ts';
import { toTemplate, type IsSharedHandle } from './to-template.ts';

/** A past reply made ready to be compared and used again. */
export interface PreparedReply {
  /** Its text without the people of its time. */
  template: string;
  features: Features;
  stems: StemHashes;
  tone: Tone;
}

// What was asked for lately is asked for again; all of a large library would be too much to hold.
const KEPT = 4_000;

/** Makes past replies ready, and remembers those of late. */
export class PreparedReplies {
  readonly #kept = new Map<string, { text: string; prepared: PreparedReply }>();
  readonly #isSharedHandle: IsSharedHandle;

  constructor(isSharedHandle: IsSharedHandle) {
    this.#isSharedHandle = isSharedHandle;
  }

  of({ id, text }: LibraryEntry): PreparedReply {
    const known = this.#kept.get(id);
    if (known?.text === text) return known.prepared;
    const template = toTemplate(text, this.#isSharedHandle);
    const prepared = {
      template,
      features: toFeatures(toWords(template)),
      stems: toStemHashes(template),
      tone: toTone(template),
    };
    if (this.#kept.size >= KEPT) this.#kept.clear();
    this.#kept.set(id, { text, prepared });
    return prepared;
  }

  /** Forgets an entry: handles may mean something else by the time it comes back. */
  forget(id: string): void {
    this.#kept.delete(id);
  }
}
