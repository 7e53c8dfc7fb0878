/** A stretch of a text, UTF-16 offsets, `to` exclusive. */
export interface Stretch {
  from: number;
  to: number;
}

/** Puts a text in place of a stretch of our own text area, with the caret behind it; the area's own undo takes it back. */
export function insertAt(area: HTMLTextAreaElement, { from, to }: Stretch, text: string): void {
  const doc = area.ownerDocument;
  area.focus();
  area.setSelectionRange(from, to);
  // Old, and the only way that undo knows of. Absent in test DOMs.
  if (typeof doc.execCommand === 'function' && doc.execCommand('insertText', false, text)) return;
  area.setRangeText(text, from, to, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** A text that is put between words stands apart from them. */
export function withSpaces(value: string, { from, to }: Stretch, text: string): string {
  const before = from > 0 && /\S$/u.test(value.slice(0, from)) ? ' ' : '';
  const after = /^[\p{L}\p{N}]/u.test(value.slice(to)) ? ' ' : '';
  return `${before}${text}${after}`;
}
