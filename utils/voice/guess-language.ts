/** Words that stand in nearly every answer of one language and seldom in others. */
const MARKS = {
  en: 'the and you your is are we it this of for with please have has will our can be on',
  de: 'der die das und ist nicht wir sie du bitte ein eine mit für ich im auf den uns dir ihnen',
  fr: 'le les des du vous est nous pour votre avec une pas et sur je tu ce dans vos',
  es: 'el los las que por su tu para una con nos favor está es y en del te usted',
  pt: 'o os as que não você para uma com seu está nos em do da é e por',
  it: 'il gli che di per è non una con sono vi della nel ti si e la un',
  nl: 'de het een je van niet wij met voor op uw ons dat te aan we bij is en',
} as const;

/** A language that greetings, set phrases and forms of address are known in. */
export type VoiceLanguage = keyof typeof MARKS | 'ja';

const marks = Object.entries(MARKS).map(
  ([language, words]) => [language as VoiceLanguage, new Set(words.split(' '))] as const,
);
/** As much of a text as is counted, characters. */
const READ_MAX = 2_000;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const LATIN_WORD = /[\p{Script=Latin}\p{M}]+/gu;
const KANA_MIN = 3;
const MARKS_MIN = 2;

/** The language of a short text by its commonest words; null where two are as likely, or none is. */
export function guessLanguage(text: string): VoiceLanguage | null {
  const read = text.slice(0, READ_MAX).toLowerCase();
  if ((read.match(KANA)?.length ?? 0) >= KANA_MIN) return 'ja';
  const words = read.match(LATIN_WORD) ?? [];
  const counted = marks
    .map(([language, known]) => ({
      language,
      count: words.filter((word) => known.has(word)).length,
    }))
    .toSorted((one, other) => other.count - one.count);
  const [first, second] = counted;
  if (!first || first.count < MARKS_MIN || first.count === second?.count) return null;
  return first.language;
}

/** Takes what is known of a language for one of ours, and guesses where nothing is. */
export function toVoiceLanguage(text: string, known: string | null): VoiceLanguage | null {
  if (known === null) return guessLanguage(text);
  const base = known.split('-')[0];
  return base === 'ja' || (base !== undefined && base in MARKS) ? (base as VoiceLanguage) : null;
}
