/** How a customer is asked whether their words may be used, and what their answer says. */
import type { Story } from '#utils/model/story.ts';
import { toDice, toFeatures } from '#utils/text/similarity.ts';
import { toWords } from '#utils/text/tokenize.ts';

/** Languages that the question is written in, with the words of a yes and a no. */
interface Tongue {
  /** `name`: their first name, empty where it is not known; `brand`: for whom. */
  ask(name: string, brand: string): string;
  yes: RegExp;
  no: RegExp;
}

const END = String.raw`(?![\p{L}\p{N}])`;
const words = (...all: string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join('|')})${END}`, 'iu');

const tongues: Record<string, Tongue> = {
  en: {
    ask: (name, brand) =>
      `Thank you${toCall(name)}, that made our day. May we share your words, with your name, on ${brand}’s own pages? A short yes or no here is enough.`,
    yes: words(
      'yes',
      'yep',
      'yeah',
      'sure',
      'of course',
      'go ahead',
      'feel free',
      'absolutely',
      'happy to',
      'no problem',
      'please do',
      'you may',
    ),
    no: words(
      'no',
      'nope',
      'rather not',
      "please don[’']?t",
      'do not',
      "don[’']?t",
      'not ok',
      'not okay',
      "I[’']d prefer not",
    ),
  },
  de: {
    ask: (name, brand) =>
      `Danke${toCall(name)}, das freut uns sehr. Dürfen wir diese Worte mit Namen auf den Seiten von ${brand} zeigen? Ein kurzes Ja oder Nein hier genügt.`,
    yes: words(
      'ja',
      'jo',
      'klar',
      'gern',
      'gerne',
      'natürlich',
      'sicher',
      'kein problem',
      'okay',
      'ok',
    ),
    no: words('nein', 'lieber nicht', 'bitte nicht', 'nicht'),
  },
  fr: {
    ask: (name, brand) =>
      `Merci${toCall(name)}, cela nous fait très plaisir. Pouvons-nous citer ces mots, avec le nom, sur les pages de ${brand} ? Un simple oui ou non ici suffit.`,
    yes: words('oui', 'bien sûr', 'avec plaisir', "d[’']accord", 'pas de problème', 'pas de souci'),
    no: words('non', 'plutôt pas', 'ne préfère pas', 'préfère pas'),
  },
  es: {
    ask: (name, brand) =>
      `Gracias${toCall(name)}, nos alegra mucho. ¿Podemos citar estas palabras, con el nombre, en las páginas de ${brand}? Basta un sí o un no aquí.`,
    yes: words('sí', 'si', 'claro', 'por supuesto', 'adelante', 'sin problema'),
    no: words('no', 'prefiero que no', 'mejor no'),
  },
  pt: {
    ask: (name, brand) =>
      `Obrigado${toCall(name)}, ficamos muito felizes. Podemos citar estas palavras, com o nome, nas páginas de ${brand}? Basta um sim ou um não aqui.`,
    yes: words('sim', 'claro', 'com certeza', 'pode', 'podem', 'à vontade', 'sem problema'),
    no: words('não', 'nao', 'prefiro que não', 'melhor não'),
  },
  it: {
    ask: (name, brand) =>
      `Grazie${toCall(name)}, ci fa molto piacere. Possiamo citare queste parole, con il nome, sulle pagine di ${brand}? Basta un sì o un no qui.`,
    yes: words('sì', 'si', 'certo', 'certamente', 'volentieri', 'va bene', 'nessun problema'),
    no: words('no', 'preferisco di no', 'meglio di no'),
  },
  nl: {
    ask: (name, brand) =>
      `Dank je wel${toCall(name)}, daar worden we blij van. Mogen we deze woorden, met naam, op de pagina’s van ${brand} laten zien? Een kort ja of nee hier is genoeg.`,
    yes: words('ja', 'jazeker', 'natuurlijk', 'graag', 'prima', 'geen probleem'),
    no: words('nee', 'liever niet', 'niet'),
  },
};

/** The question in a language, in English where it is none of ours. */
export function toPermissionRequest({
  lang,
  name,
  brand,
}: {
  lang: string | undefined;
  name: string;
  brand: string;
}): string {
  return (tongues[toBase(lang)] ?? tongues['en'])?.ask(name, brand) ?? '';
}

/** So alike are the question and what somebody made of it. */
const ALIKE = 0.6;

/** Whether a reply asks that question, in whatever language, also where somebody has changed some of its words. */
export function asksPermission(text: string, brand: string): boolean {
  const said = toFeatures(toWords(text));
  return Object.values(tongues).some(
    ({ ask }) => toDice(toFeatures(toWords(ask('', brand))), said) >= ALIKE,
  );
}

/** Whether the question can be written in this language. */
export function canAskIn(lang: string | undefined): boolean {
  return toBase(lang) in tongues;
}

/**
 * What an answer to that question looks like: a yes, a no, or neither. Proposed to a person, never taken for granted. A no
 * anywhere outweighs a yes, but for what is a yes with a no in it ("no problem").
 */
export function readConsent(
  answer: string,
  lang: string | undefined,
): 'granted' | 'declined' | null {
  // People answer in the language of the question or in English.
  const [own, english] = [tongues[toBase(lang)], tongues['en']];
  const all = own === english ? [english] : [own, english];
  const text = answer.slice(0, 2_000);
  for (const tongue of all) {
    if (!tongue) continue;
    const rest = text.replace(new RegExp(tongue.yes, 'giu'), ' ');
    if (tongue.no.test(rest)) return 'declined';
    if (rest !== text) return 'granted';
  }
  return null;
}

/**
 * The newest word of the customer in a story that may be an answer to the question; null where nobody has asked or they
 * have not answered since. `asked`: when.
 */
export function findAnswer({ consent = [], arc = [], permission }: Story) {
  if (permission !== 'asked') return null;
  const asked = consent.findLast(({ state }) => state === 'asked')?.at ?? Infinity;
  return arc.findLast(({ from, at }) => from === 'customer' && at > asked) ?? null;
}

function toCall(name: string): string {
  return name === '' ? '' : `, ${name}`;
}

function toBase(lang: string | undefined): string {
  return lang?.toLowerCase().split('-')[0] ?? 'en';
}
