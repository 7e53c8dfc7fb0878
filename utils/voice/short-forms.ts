/**
 * English short forms by formality: "we'll" for informal, "we will" for formal. Only where nothing else can be meant:
 * "it's" may be "it has", "why don't you" does not open up, and what stands in quotation marks is somebody's label.
 */
import { toSentences } from '#utils/text/sentences.ts';
import type { Formality } from './voice.ts';

const SUBJECT = 'I|you|we|they|he|she|it|this|that|there|which|who';
const PRONOUN_FORM = /(?<![\p{L}'’])(I|you|we|they)['’](m|re|ve|ll)(?![\p{L}'’])/giu;
const NEGATED = new RegExp(
  String.raw`(?<![\p{L}'’])((?:${SUBJECT}|please) )(do|does|did|is|are|was|were|has|have|had|would|could|should|wo|ca)n['’]t(?![\p{L}'’])`,
  'giu',
);
// "Hold it, and don't lift the lid": what one is told to leave; a question opens in the same way.
const FORBIDDEN =
  /(^\s?|(?<!\p{L})(?:and|or|but|so|then) |[,;:] )(do)n['’]t (?!you |we |they |I |people |let )(?=\p{Ll})/giu;
const LONG_FORMS: Record<string, string> = { m: 'am', re: 'are', ve: 'have', ll: 'will' };

// Stressed ("do NOT") and named ("Do Not Disturb") ones stay; so does what a sentence would end with.
const LONG_NEGATED =
  /(?<![\p{L}'’])(do|does|did|is|are|was|were|has|have|had|would|could|should|will|can) ?not (?!disturb|track|only|just|to |and |or |but )(?=\p{Ll})/gu;
const LONG_WILL =
  /(?<![\p{L}'’])(I|you|we|they|You|We|They) will (?!and |or |but |if |not )(?=\p{Ll})/gu;
const LONG_BE =
  /(?<![\p{L}'’])(I am|you are|we are|they are|You are|We are|They are) (?=(?:sorry|glad|happy|aware|still|now|already|\p{Ll}{2,20}ing)(?!\p{L}))/gu;
const QUOTED = /["“”„«»`]|(?<![\p{L}\p{N}])['‘’]\p{L}/u;

function open(text: string): string {
  const plain = text.includes('?') ? text : text.replace(FORBIDDEN, '$1$2 not ');
  return plain
    .replace(PRONOUN_FORM, (all, who: string, form: string) => {
      const long = LONG_FORMS[form.toLowerCase()];
      // "you'm" is nobody's.
      const isWhole = long !== undefined && (form.toLowerCase() === 'm') === /^i$/iu.test(who);
      return isWhole || long === 'have' || long === 'will' ? `${who} ${long}` : all;
    })
    .replace(NEGATED, (_, before: string, verb: string) => {
      if (verb.toLowerCase() === 'ca') return `${before}cannot`;
      return `${before}${verb.toLowerCase() === 'wo' ? 'will' : verb} not`;
    });
}

function close(text: string): string {
  return text
    .replace(LONG_NEGATED, (all, verb: string) => {
      if (verb === 'will') return "won't ";
      if (verb === 'can') return "can't ";
      // "donot" is a slip of the keyboard, not a long form.
      return all.startsWith(`${verb} `) ? `${verb}n't ` : all;
    })
    .replace(LONG_WILL, "$1'll ")
    .replace(LONG_BE, (_, words: string) => `${words.replace(/ (?:a(?=m)|a(?=re))/u, "'")} `);
}

/** English in the register that is wanted; sentences with quotation marks stay as they are. */
export function toRegister(text: string, wanted: Formality): string {
  const convert = wanted === 'formal' ? open : close;
  let out = '';
  let from = 0;
  for (const { start, end, text: sentence } of toSentences(text)) {
    out += text.slice(from, start) + (QUOTED.test(sentence) ? sentence : convert(sentence));
    from = end;
  }
  return out + text.slice(from);
}
