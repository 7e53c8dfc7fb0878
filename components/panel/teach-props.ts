import type { Attempt } from '#components/ui/attempt.ts';

/** What the page proposes to be read by, after somebody has pointed at its parts. */
export interface TeachOffer {
  /** Where it would hold. */
  host: string;
  /** Name of the part in words, and its selector. */
  parts: { part: TaughtPart; selector: string }[];
  /** What the page says that it holds by them; null while it is asked. `failed`: it does not say. */
  trial: { found: number; read: number } | 'failed' | null;
}

/** As in `taughtSelectors`. */
export type TaughtPart = 'post' | 'author' | 'text' | 'link' | 'time' | 'box';

/** For pages of sites that Hearback does not know. */
export interface TeachProps {
  offer: TeachOffer | null;
  /** The site is read by what it was taught before. */
  isTaught: boolean;
  onBegin: Attempt;
  onSave: Attempt;
  onDiscard: Attempt;
}
