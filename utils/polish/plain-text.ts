/** Text that is only text: what a model is given, and what of its answer is taken at all. */

// Line breaks are allowed; the joiners U+200C and U+200D belong to Persian, Indic scripts and emoji.
const HIDDEN = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u;
const ALL_HIDDEN = new RegExp(HIDDEN.source, 'gu');
/** More marks on one letter than any language writes. */
const PILED_MARKS = /\p{M}{5}/u;

/** What turns a plain text into markup for somebody who shows it. */
const MARKUP: readonly RegExp[] = [
  /<[a-z!/?]/iu,
  /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]{1,30});/iu,
  /\]\s?\(|\]\[|^\[[^\]]+\]:/mu,
  /```|`[^`\n]+`/u,
  /\*\*/u,
  /__/u,
  /~~/u,
  /(?<![\p{L}\p{N}*])\*(?=\S)[^*\n]+\*(?![\p{L}\p{N}*])/u,
  /^\s{0,3}(?:#{1,6}\s|>\s?|[-*+•]\s|\d{1,2}[.)]\s|\|)/mu,
  /^\s*(?:-{3,}|={3,}|\*{3,})\s*$/mu,
  /^\s*[{[]\s*"/u,
  /\{\{|\}\}|\{%/u,
];

/** True when some character is not for reading: control, direction, private use, broken, or a pile of marks. */
export function hasHiddenCharacters(text: string): boolean {
  return HIDDEN.test(text) || PILED_MARKS.test(text);
}

/** True for markup of a kind that stands in none of `allowed`. */
export function hasMarkup(text: string, allowed: readonly string[]): boolean {
  return MARKUP.some((one) => one.test(text) && !allowed.some((draft) => one.test(draft)));
}

/** `text` without characters that are not for reading; line breaks become `\n`, tabs blanks. */
export function toVisible(text: string): string {
  return text
    .replaceAll(/\r\n?|\u2028|\u2029/gu, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(ALL_HIDDEN, '');
}

/** An answer with plain line breaks, and without the quotation marks that models like to put around all of it. */
export function toBareAnswer(raw: string, drafts: readonly string[]): string {
  const text = raw.replaceAll(/\r\n?/gu, '\n').replaceAll('\t', ' ').trim();
  const inner = /^(?:"([^"]*)"|“([^“”]*)”|„([^„“”]*)[“”]|«([^«»]*)»)$/su.exec(text);
  const bare = inner
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.trim();
  return bare === undefined || drafts.some((draft) => draft.trim() === text) ? text : bare;
}
