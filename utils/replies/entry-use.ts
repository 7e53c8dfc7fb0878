import type { LibraryEntry, LibraryUses } from '#utils/model/library.ts';

// How often an entry fares well or badly before anything is known of it: so that a single "Not this one" moves little.
const PRIOR = 4;
// What use may do to an entry's weight at the most: the post that was answered tells more.
const WEIGHT_MIN = 0.6;
const WEIGHT_MAX = 1.3;
// From here on it is worth a word.
const TOLD_FROM = 3;
const MOSTLY = 0.7;
const REWRITTEN = 0.4;

/** Good ends less bad ones, −1…1, drawn to 0 where little is known. */
function toFortune({ sent, kept, happy, unhappy, dismissed }: LibraryUses): number {
  // What was sent nearly as it was counts for it; what was rewritten counts against it.
  const good = kept + happy;
  const bad = sent - kept + unhappy + dismissed;
  return (good - bad) / (good + bad + PRIOR);
}

/** What an entry weighs beside others by how it has been used; 1 where it never was. */
export function toUseWeight({ uses }: Pick<LibraryEntry, 'uses'>): number {
  if (!uses) return 1;
  const fortune = toFortune(uses);
  return fortune >= 0 ? 1 + fortune * (WEIGHT_MAX - 1) : 1 + fortune * (1 - WEIGHT_MIN);
}

/** The same in words, for the end of a reason: "customers were happy with it 4 times"; null where there is little to say. */
export function toUseReason({ uses }: Pick<LibraryEntry, 'uses'>): string | null {
  if (!uses) return null;
  const { sent, kept, happy, unhappy } = uses;
  if (happy >= TOLD_FROM && happy / (happy + unhappy) >= MOSTLY) {
    return `customers were happy with it ${happy} times`;
  }
  if (unhappy >= TOLD_FROM && unhappy > happy)
    return `customers were unhappy with it ${unhappy} times`;
  if (sent < TOLD_FROM) return null;
  if (kept / sent >= MOSTLY) return `sent ${sent} times, mostly as it is`;
  return kept / sent <= REWRITTEN ? `sent ${sent} times, mostly rewritten` : `sent ${sent} times`;
}
