import { rangesOf, type TextRange } from '#utils/text/sentences.ts';
import type { Check } from './draft-check.ts';

// Nobody chooses the words of an address.
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[@#][\p{L}\p{N}_.-]+|[\w.+-]+@[\w.-]+/giu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);

/** A pattern for one word or phrase, as a whole word where the script has spaces. */
function toPattern(word: string, join: string): string {
  const parts = word.trim().split(/\s+/u).map(escape).join(join).replace(/['’]/gu, "['’]");
  const before =
    /^[\p{L}\p{N}]/u.test(word) && !UNSPACED.test(word) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const after =
    /[\p{L}\p{N}]$/u.test(word) && !UNSPACED.test(word) ? String.raw`(?![\p{L}\p{N}])` : '';
  return before + parts + after;
}

function findAll(draft: string, pattern: string, taken: readonly TextRange[]): TextRange[] {
  return rangesOf(draft, new RegExp(pattern, 'giu')).filter(({ start, end }) =>
    taken.every((one) => end <= one.start || start >= one.end),
  );
}

/** The same word spelled in another way: `Acme Care` for `AcmeCare`, `signin` for `sign in`. */
function isMisspelled(found: string, word: string): boolean {
  const plain = (text: string) => text.replace(/\s+/gu, ' ').replaceAll('’', "'");
  if (plain(found).toLowerCase() !== plain(word).toLowerCase()) return true;
  // A sentence may begin with it, and a label may shout it.
  const isShouted = found === found.toUpperCase();
  return (
    !isShouted && /\p{Lu}/u.test(word.slice(1)) && plain(found).slice(1) !== plain(word).slice(1)
  );
}

export const checkGuideWord: Check = (draft, { voice }) => {
  if (!voice) return null;
  const { use, avoid } = voice.guide;
  const taken = rangesOf(draft, ADDRESS);
  const avoided = avoid
    .map(({ word, instead }) => ({
      instead,
      at: findAll(draft, toPattern(word, String.raw`\s+`), taken),
    }))
    .filter(({ at }) => at.length > 0);
  const [first] = avoided;
  if (first?.at[0]) {
    const said = draft.slice(first.at[0].start, first.at[0].end);
    const advice =
      first.instead === undefined
        ? `“${said}” is a word that the team does without: say it in another way.`
        : `“${said}”: the team says “${first.instead}” instead.`;
    return {
      id: 'guide-word',
      level: 'notice',
      message: advice,
      at: avoided.flatMap(({ at }) => at),
    };
  }
  for (const word of use) {
    const parts = word.replace(/(?<=\p{Ll})(?=\p{Lu})|[\s-]+/gu, ' ');
    const at = findAll(draft, toPattern(parts, String.raw`[\s-]?`), taken).filter(
      ({ start, end }) => isMisspelled(draft.slice(start, end), word),
    );
    if (at.length > 0) {
      return { id: 'guide-word', level: 'notice', message: `The team spells it “${word}”.`, at };
    }
  }
  return null;
};
