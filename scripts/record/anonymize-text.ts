import type { People } from './people.ts';
import type { Placeholders } from './placeholders.ts';

interface TextParts {
  phrases: ReadonlySet<string>;
  placeholders: Placeholders;
  people: People;
}

export interface TextRules {
  /** Words for words, names for names; labels that the adapter looks for stay. */
  toText(text: string): string;
}

/** Longer texts are cut: that they are long is seen all the same. */
const LONG = 300;
/** An address, a mail address, a mention, a tag, a word, a number. */
const PIECE =
  /https?:\/\/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\w.-]+\w)?|[\p{L}\p{M}]+|\p{N}+/gu;

/** How texts are written in this page. */
export function toTextRules({ phrases, placeholders, people }: TextParts): TextRules {
  const starts = [...phrases].filter((one) => one.length >= 5).sort((a, b) => b.length - a.length);

  const toPiece = (piece: string): string => {
    if (/^https?:/u.test(piece)) return 'https://acme.example/';
    if (piece.startsWith('@')) return `@${placeholders.handle(piece.slice(1))}`;
    if (piece.includes('@')) return 'ada@example.com';
    if (/^\p{N}/u.test(piece)) return placeholders.number(piece);
    return [...piece].length === 1 ? piece : placeholders.word(piece);
  };

  const toPlain = (plain: string): string => {
    const handle = people.names.get(plain);
    if (handle !== undefined) return placeholders.name(plain, handle);
    if (people.handles.has(plain)) return placeholders.handle(plain);
    if (phrases.has(plain)) return plain;
    const start = starts.find(
      (one) => plain.startsWith(one) && !/^\p{L}/u.test(plain.slice(one.length)),
    );
    if (start !== undefined) {
      const rest = plain.slice(start.length);
      return start + rest.replace(/\S.*/su, (told) => toPlain(told.trimEnd()));
    }
    return plain.slice(0, LONG).toWellFormed().replace(PIECE, toPiece);
  };

  return {
    toText(text) {
      const [, before = '', plain = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
      return plain === '' ? text : before + toPlain(plain) + after;
    },
  };
}
