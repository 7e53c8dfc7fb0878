/** Numbers of a text, in digits and in words, and which of them are money or shares of a whole. */

const NUMBER = /\p{Nd}+(?:[.,'’\u00a0\u202f]\p{Nd}+)*/gu;
const CURRENCY =
  'usd|eur|gbp|jpy|chf|inr|brl|dollars?|euros?|pounds?|quid|cents?|pence|yen|rupees?|reais|francs?|franken|pfund|bucks?';
const BEFORE = new RegExp(String.raw`(?:\p{Sc}|\b(?:${CURRENCY}))\s?$`, 'iu');
const AFTER = new RegExp(
  String.raw`^\s?(?:\p{Sc}|(?:${CURRENCY})(?!\p{L})|[%‰٪％]|per\s?cent|percent|prozent|pour\s?cent|por\s?ciento|por\s?cento|per\s?cento|procent)`,
  'iu',
);

/**
 * Number words that mean nothing else in any of these languages (English, German, French, Spanish, Dutch), so that
 * "zwei Tage" may become "two days". "One" is left out as an article; "neuf", "due", "once", "sei" and the like mean
 * too much else.
 */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    2: 'two twice double zwei zweimal doppelt deux twee',
    3: 'three thrice triple drei dreimal trois drie',
    4: 'four vier quatre cuatro',
    5: 'five fünf cinq cinco vijf',
    6: 'six sechs seis zes',
    7: 'seven sieben siete zeven',
    8: 'eight acht huit ocho',
    9: 'nine neun nueve negen',
    10: 'ten zehn diez tien',
    11: 'eleven elf',
    12: 'twelve zwölf douze doce twaalf',
    14: 'fourteen vierzehn fortnight quatorze',
    15: 'fifteen fünfzehn quinze quince',
    20: 'twenty zwanzig vingt veinte twintig',
    24: 'vierundzwanzig',
    30: 'thirty dreißig trente treinta dertig',
    48: 'achtundvierzig',
    50: 'fifty fünfzig cinquante cincuenta vijftig',
    100: 'hundred hundert cien honderd',
    1000: 'thousand tausend mille mil duizend',
  }).flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)),
);

const toDigits = (one: string) => toAscii(one).replaceAll(/[^\d]/gu, '');

/** Decimal digits of any script as 0 to 9. Blocks of ten begin where the digit before is no digit. */
export function toAscii(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const folded = digit.normalize('NFKC');
    if (/^\d$/u.test(folded)) return folded;
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return `${code - zero}`;
  });
}

/** All numbers as digits, without the marks between groups: "1,000.50" and "1.000,50" are the same. */
export function findNumbers(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/\p{L}+/gu) ?? [];
  const said = words.flatMap((word) => WORDS.get(word) ?? []);
  return [...[...text.matchAll(NUMBER)].map(([one]) => toDigits(one)), ...said];
}

/** The numbers that are money or percent. */
export function findMoney(text: string): string[] {
  return [...text.matchAll(NUMBER)]
    .filter(({ 0: one, index }) => {
      const [before, after] = [text.slice(Math.max(0, index - 12), index), index + one.length];
      return BEFORE.test(before) || AFTER.test(text.slice(after, after + 14));
    })
    .map(([one]) => toDigits(one));
}

/** True for a number that is no decimal digit: ½, Ⅻ, ①. */
export function hasOddNumbers(text: string): boolean {
  return /[\p{Nl}\p{No}]/u.test(text);
}
