/** Marks without width and controls of direction: they hide words from readers of the page's text. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;
/** Joiners that are spelling: inside an emoji sequence, or in scripts that shape letters by them. */
const SPELLED_JOINER =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})|(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{M}])[\u200C\u200D](?=[\p{L}])/gu;
// oxlint-disable-next-line no-control-regex -- controls are exactly what is taken out
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F]/gu;

/** Text without invisible marks and control characters; lines and joiners that are spelling stay. */
export function stripInvisible(text: string): string {
  const unified = text.replace(/\r\n?/gu, '\n').replace(/[\u2028\u2029]/gu, '\n');
  const spelled = new Set<number>();
  for (const match of unified.matchAll(SPELLED_JOINER)) spelled.add(match.index);
  return unified
    .replace(INVISIBLE, (mark, offset: number) => (spelled.has(offset) ? mark : ''))
    .replace(CONTROLS, '')
    .toWellFormed();
}

/** One line: invisible marks dropped, every run of white space one space. */
export function cleanLine(text: string): string {
  return stripInvisible(text).replace(/\s+/gu, ' ').trim();
}

/** Several lines: white space collapsed within each, at most one empty line between two. */
export function cleanLines(text: string): string {
  return stripInvisible(text)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** The first `max` UTF-16 units, without half a character at the end. */
export function clipText(text: string, max: number): string {
  if (text.length <= max) return text;
  const isSplit = /[\uD800-\uDBFF]/u.test(text.charAt(max - 1));
  return text.slice(0, isSplit ? max - 1 : max);
}
