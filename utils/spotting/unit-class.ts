/**
 * What a UTF-16 unit of folded text means for word boundaries. Surrogates count as `other`: no boundary is asked
 * for beside an emoji or a rare ideograph.
 */
export const unitClass = {
  other: 0,
  /** Letters, digits and marks of scripts that put spaces between words. */
  word: 1,
  /** Scripts written without spaces (Han, Kana, Thai, Lao, Khmer, Myanmar, Tibetan): every place is a boundary. */
  continuous: 2,
  /** Words are spaced, but particles are glued to their end. */
  hangul: 3,
} as const;

const wordUnit = /[\p{L}\p{N}\p{M}]/u;
const continuousUnit =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;
const hangulUnit = /\p{sc=Hang}/u;

/**
 * Class by unit. Only units below 128 and those passed to `learnClass` are filled in; `foldText` does so for every
 * unit that it writes, so that the hot loop needs no check.
 */
export const unitClasses = new Uint8Array(0x1_0000);

/** Fills in the class of one unit. */
export function learnClass(unit: number): void {
  const char = String.fromCharCode(unit);
  if (!wordUnit.test(char)) unitClasses[unit] = unitClass.other;
  else if (hangulUnit.test(char)) unitClasses[unit] = unitClass.hangul;
  else if (continuousUnit.test(char)) unitClasses[unit] = unitClass.continuous;
  else unitClasses[unit] = unitClass.word;
}

for (let unit = 0; unit < 128; unit += 1) learnClass(unit);

/** True where a word may end after `before` and another begin with `after` (both folded units). */
export function isBoundary(before: number, after: number): boolean {
  const left = unitClasses[before];
  return left !== unitClasses[after] || (left !== unitClass.word && left !== unitClass.hangul);
}
