/** What is to be put into a box, and what it will hold afterwards. */
export interface Addition {
  /** Goes in at the caret, or in place of all that stands there. */
  text: string;
  /** Everything the box is to hold when it has landed. */
  expected: string;
  /** True when it takes the place of all that stands there. */
  replaces: boolean;
}

// `@name` and `@name@host`, as sites fill them in.
const LEADING_MENTIONS = /^\s*(?:@[^\s@]+(?:@[^\s@]+)?(?:\s+|$))+/u;

/**
 * Decides how `text` joins what stands in the box. Mentions that the site filled in stay in front, with one
 * space between; a draft that somebody began stays above, on lines of its own, unless `replace` is set (the
 * mentions in front of it stay even then). `lineEnd` is a space for boxes of one line. Null when the text
 * stands at the end already.
 */
export function toAddition(
  before: string,
  text: string,
  replace: boolean,
  lineEnd: '\n' | ' ' = '\n',
): Addition | null {
  const lines = text.replace(/\r\n?/g, '\n').trim();
  const meant = lineEnd === '\n' ? lines : lines.replace(/\s*\n\s*/g, ' ');
  const mentions = LEADING_MENTIONS.exec(before)?.[0].trim() ?? '';
  if (isThere(before, meant, mentions, replace ? null : lineEnd)) return null;
  const draft = before.trim().slice(mentions.length).trim();
  if (before.trim() === '' || (replace && draft !== '')) {
    const isKept = mentions === '' || meant.startsWith(mentions);
    const whole = isKept ? meant : `${mentions} ${meant}`;
    return { text: whole, expected: whole, replaces: before !== '' };
  }
  const gap = draft === '' ? ' ' : lineEnd;
  const added = before.endsWith(gap) ? meant : gap + meant;
  return { text: added, expected: before + added, replaces: false };
}

/** A text without what editors may change on their own: blank lines, spaces at line ends, kinds of space. */
export function toLines(text: string): string {
  return text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replaceAll('\u00A0', ' ').trimEnd())
    .filter((line) => line !== '')
    .join('\n')
    .trim();
}

/** `lineEnd` is what may stand between a draft and the text below it; null when no draft may. */
function isThere(before: string, text: string, mentions: string, lineEnd: string | null): boolean {
  const now = toLines(before);
  const meant = toLines(text);
  if (meant === '' || now === meant || now === `${mentions} ${meant}`) return true;
  return lineEnd !== null && now.endsWith(lineEnd + meant);
}
