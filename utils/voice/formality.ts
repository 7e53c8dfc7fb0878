/** How people address each other in a text: Sie or du, vous or tu; in English the register as a whole. */
import type { VoiceLanguage } from './guess-language.ts';
import type { Formality } from './voice.ts';

const word = (source: string) => new RegExp(String.raw`(?<!\p{L})(?:${source})(?!\p{L})`, 'iu');
/** Capitals in the middle of a sentence: German "Sie" is not "sie", Italian "Lei" not "lei". */
const inside = (source: string) =>
  new RegExp(String.raw`(?<=[\p{L}\p{N},;:–-] )(?:${source})(?!\p{L})`, 'u');

const SIGNS: Record<Exclude<VoiceLanguage, 'ja'>, Record<Formality, RegExp>> = {
  en: {
    formal: word(
      String.raw`dear|sir|madam|sincerely|(?:kind |best )?regards|kindly|i am writing|i would (?:like|appreciate)|would you (?:please|kindly|be so kind)|furthermore`,
    ),
    informal: word(
      String.raw`hey|hiya|yo|lol|omg|wtf|gonna|wanna|gotta|kinda|pls|plz|thx|tho|cuz|u|ur|dude|guys|y['’]?all|haha\p{L}{0,9}|nope|yep|yeah|ugh|dm me`,
    ),
  },
  de: {
    formal: inside('Sie|Ihnen|Ihre[nmrs]?'),
    informal: word(
      String.raw`du|dich|dir|dein(?:e[nmrs]?)?|euch|eure?[nmrs]?|(?:habt|könnt|seid|macht|wollt|wisst) ihr`,
    ),
  },
  fr: {
    formal: word('vous|votre|vos'),
    informal: word(String.raw`tu|toi|te|ton|ta|tes|t['’]\p{L}{1,20}`),
  },
  es: {
    formal: word(
      String.raw`usted|ud\.|(?:env[ií]e|escr[ií]ba|cu[eé]nte|cont[aá]cte|perm[ií]ta|ind[ií]que)(?:nos|me)`,
    ),
    informal: word(
      'tú|tu|tus|te|ti|contigo|puedes|tienes|quieres|podéis|tenéis|vosotr[oa]s|vuestr[oa]s?',
    ),
  },
  pt: {
    formal: word(String.raw`(?:o|ao|do) senhor|(?:a|à|da) senhora`),
    informal: word('tu|te|ti|contigo|teus?|tuas?|pra|tá|vc'),
  },
  it: {
    formal: inside('Lei|Le|Suo|Sua|Suoi|Sue'),
    informal: word('tu|te|ti|tuo|tua|tuoi|tue'),
  },
  nl: {
    formal: word('u|uw'),
    informal: word('je|jij|jou|jouw|jullie'),
  },
};

// "Dear Acme, you don't …" is no formal letter.
const SHORT_FORM = /\p{L}['’](?:t|re|ve|ll|m)(?!\p{L})/u;

/** What people call it, for languages that have two ways. */
const CALLED: Partial<Record<VoiceLanguage, Record<Formality, string>>> = {
  de: { formal: 'Sie', informal: 'du' },
  fr: { formal: 'vous', informal: 'tu' },
  es: { formal: 'usted', informal: 'tú' },
  pt: { formal: 'o senhor, a senhora', informal: 'tu' },
  it: { formal: 'Lei', informal: 'tu' },
  nl: { formal: 'u', informal: 'je' },
};

/** Null where a text shows neither, or both. */
export function toFormality(text: string, language: VoiceLanguage | null): Formality | null {
  if (language === null || language === 'ja') return null;
  const isPlain = language === 'en' && SHORT_FORM.test(text);
  const isFormal = SIGNS[language].formal.test(text) && !isPlain;
  const isInformal = SIGNS[language].informal.test(text);
  if (isFormal === isInformal) return null;
  return isFormal ? 'formal' : 'informal';
}

/** `Sie`, `tu`; null for a language with one way of address. */
export function toFormName(formality: Formality, language: VoiceLanguage | null): string | null {
  return language === null ? null : (CALLED[language]?.[formality] ?? null);
}
