/** Greetings: whether a text has one, and how to take it off or put one on without touching the rest. */
import { isCommonWord } from '#utils/text/common-words.ts';
import { toWords } from '#utils/text/tokenize.ts';
import type { VoiceLanguage } from './guess-language.ts';
import type { Formality } from './voice.ts';

const SURE =
  'hi|hello|hey|hiya|heya|howdy|greetings|good (?:morning|afternoon|evening|day)|hallo|guten (?:morgen|tag|abend)|moin(?: moin)?|servus|grüß gott|grüezi|bonjour|bonsoir|salut|coucou|hola|buenas|buen[oa]s (?:d[ií]as|tardes|noches)|ol[áa]|bom dia|boa (?:tarde|noite)|ciao|buongiorno|buonasera|hoi|goede(?:morgen|middag|navond|ndag)|hej|hei|merhaba|cześć|привет|здравствуйте';
// These are words of other meanings too: they greet only if a mark follows soon.
const MARKED =
  'dear|yo|oi|dag|salve|liebe[rs]?|sehr geehrte[rs]?|cher|chère|estimad[oa]s?|querid[oa]s?|prezad[oa]s?|car[oa]|beste|geachte';
const UNSPACED = 'こんにちは|こんばんは|おはようございます|안녕하세요|你好|您好';
const ALL =
  'there|all|everyone|everybody|folks|team|again|zusammen|ihr lieben|à tous|a todos|pessoal|allemaal';

// Handles, dots and emoji that stand before a greeting.
const LEAD = /^(?:[\s.]*@[^\s@]+(?=\s))*[\s.]*/u;
const GREETS = new RegExp(
  String.raw`^(?:(?:${SURE})(?![\p{L}\p{N}'’-])|(?:${MARKED}) [^\n,!.:@]{1,60}[,!:\n]|(?:yo|oi|dag|salve)[,!]|(?:${UNSPACED}))`,
  'iu',
);
const GREETING = new RegExp(
  String.raw`^(?:(?:(?:${SURE}|${MARKED})(?![\p{L}\p{N}'’-])(?:,? (?:${ALL})(?!\p{L}))?)|(?:${UNSPACED}))`,
  'iu',
);
const GAP = /^,?[ \t]+/u;
const MARK = /^[ \t]*(?:[,!.:;…–—、。！]|-(?=\s))+/u;
// A waving hand and a smile belong to the greeting.
const REST = /^[\s\u{1F44B}\u{1F600}-\u{1F64F}\p{Emoji_Modifier}\uFE0F]+/u;
const MORE_NAMES = /^\s*(?:and|und|et|y|e|en|with)(?!\p{L})|^\s*&/u;

function leadOf(text: string): number {
  return LEAD.exec(text)?.[0].length ?? 0;
}

/** Whether a text begins with a greeting, after handles. */
export function hasGreeting(text: string): boolean {
  return GREETS.test(text.slice(leadOf(text)));
}

export interface Greeted {
  /** Handles at the very beginning. */
  lead: string;
  /** With the name, its marks and the space behind; empty where the text greets nobody. */
  greeting: string;
  body: string;
}

/** Cuts a greeting off, if it ends where it can be told; `names` are what the customer may be called. */
export function cutGreeting(text: string, names: readonly string[]): Greeted {
  const start = leadOf(text);
  const lead = text.slice(0, start);
  const rest = text.slice(start);
  const uncut = { lead, greeting: '', body: rest };
  const found = GREETING.exec(rest);
  if (!found) return uncut;
  let at = found[0].length;
  const gap = GAP.exec(rest.slice(at))?.[0].length ?? 0;
  const name = gap === 0 ? undefined : names.find((one) => isNext(rest, at + gap, one));
  if (name !== undefined) at += gap + name.length;
  const mark = MARK.exec(rest.slice(at))?.[0];
  at += mark?.length ?? 0;
  const space = REST.exec(rest.slice(at))?.[0] ?? '';
  // "Hello world" greets the world, "Hi Ben, …" somebody whom we do not know.
  const isWhole = name !== undefined && space !== '' && !MORE_NAMES.test(rest.slice(at));
  if (mark === undefined && !isWhole && !space.includes('\n')) return uncut;
  at += space.length;
  // What is only a greeting stays one.
  return at === rest.length ? uncut : { lead, greeting: rest.slice(0, at), body: rest.slice(at) };
}

function isNext(text: string, at: number, name: string): boolean {
  const end = at + name.length;
  return (
    name !== '' &&
    text.slice(at, end).toLowerCase() === name.toLowerCase() &&
    !/[\p{L}\p{N}_]/u.test(text.charAt(end))
  );
}

type Level = Formality | 'neutral';

const HELLO: Record<VoiceLanguage, Record<Level, string>> = {
  en: { informal: 'Hi', neutral: 'Hi', formal: 'Hello' },
  de: { informal: 'Hallo', neutral: 'Hallo', formal: 'Guten Tag' },
  fr: { informal: 'Bonjour', neutral: 'Bonjour', formal: 'Bonjour' },
  es: { informal: 'Hola', neutral: 'Hola', formal: 'Hola' },
  pt: { informal: 'Olá', neutral: 'Olá', formal: 'Olá' },
  it: { informal: 'Ciao', neutral: 'Buongiorno', formal: 'Buongiorno' },
  nl: { informal: 'Hoi', neutral: 'Hallo', formal: 'Goedendag' },
  ja: { informal: 'こんにちは', neutral: 'こんにちは', formal: 'こんにちは' },
};
/** Where the first name alone would be too close, or wants an honorific. */
const isNameless = (language: VoiceLanguage, level: Level) =>
  language === 'ja' || (level === 'formal' && ['de', 'it', 'nl', 'fr'].includes(language));

/** A greeting to put before `body`, with the space behind; `name` is left out where it is a handle. */
export function toGreeting(
  language: VoiceLanguage,
  level: Level,
  name: string,
  body: string,
): string {
  const hello = HELLO[language][level];
  if (language === 'ja') return `${hello}。`;
  const isNamed = name !== '' && !name.startsWith('@') && !isNameless(language, level);
  const whole = `${hello}${isNamed ? ` ${name}` : ''}`;
  if (isLetter(body)) return `${whole},\n\n`;
  // What begins with a capital does not go on behind a comma.
  if (startSmall(body, language) !== body || !/^\p{Lu}/u.test(body)) return `${whole}, `;
  return `${whole}${language === 'de' ? '!' : '.'} `;
}

/** With paragraphs, as in mail. */
const isLetter = (body: string) => body.includes('\n\n');

/** After a greeting's comma: "Please hold …" goes on small. Names, nouns and letters in English stay as they are. */
export function startSmall(body: string, language: VoiceLanguage): string {
  const first = /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}@]|\.\S)/u.exec(body)?.[0];
  if (first === undefined || first === 'I') return body;
  if (language !== 'de' && isLetter(body)) return body;
  if (language === 'de' && /^(?:Sie|Ihnen|Ihr)/u.test(first)) return body;
  const [word] = toWords(first);
  if (word === undefined || !isCommonWord(word)) return body;
  return first.toLowerCase() + body.slice(first.length);
}

/** Without the greeting the text begins a sentence. What may be spelled small on purpose ("iPhone") stays. */
export function startLarge(body: string, ownNames: readonly string[]): string {
  const first = /^\p{Ll}+(?=[\s,'’])/u.exec(body)?.[0];
  if (first === undefined || ownNames.some((name) => name.startsWith(first))) return body;
  const initial = String.fromCodePoint(first.codePointAt(0) ?? 0);
  return initial.toUpperCase() + body.slice(initial.length);
}
