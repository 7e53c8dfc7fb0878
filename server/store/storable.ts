/**
 * What a plain text column holds on every engine: PostgreSQL refuses NUL, and UTF-8 has no lone surrogates.
 * JSON columns need none of this, for they escape both.
 */

/** Whether a text can stand in a plain column as it is; no record has an id that cannot. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** The text as a plain column can hold it. */
export function toStorable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
