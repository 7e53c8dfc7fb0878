import type { Author } from '#utils/model/post.ts';

/** What the variables of a text stand for now. */
export interface VariableValues {
  /** First name of the customer, or the `@handle` where no name is known. */
  name: string;
  /** With its `@`. */
  handle: string;
  brand: string;
  /** The teammate who answers. */
  me: string;
}

const VARIABLE = /\{\s*(name|handle|brand|me)\s*\}/giu;
// First words of display names that are no first names ("The Kettle Club", "Dr. Ada Example").
const NOT_A_NAME = /^(?:the|an?|mr|mrs|ms|miss|dr|prof|sir|team|official|real|not|just|i'?m)$/i;
const FIRST_NAME =
  /^(?:\p{Lu}[\p{Ll}\p{M}]+(?:['’-]\p{Lu}?[\p{Ll}\p{M}]+)*|\p{Lu}['’]\p{Lu}\p{Ll}+|[\p{Lo}\p{M}]{1,10})$/u;

/** How to address a customer: the first name if the display name begins with one, else the `@handle`. */
export function toFirstName(author: Author): string {
  const [first = ''] = (author.name ?? '')
    .replace(/[^\p{L}\p{M}\p{N}'’. -]/gu, ' ')
    .trim()
    .split(/\s+/);
  const isName = FIRST_NAME.test(first) && !NOT_A_NAME.test(first);
  return isName ? first : toHandle(author);
}

/** The handle with exactly one `@`; a display name with spaces stays as it is. */
export function toHandle(author: Author): string {
  const handle = author.handle.replace(/^@+/, '');
  return /\s/.test(handle) ? handle : `@${handle}`;
}

/** Fills the known variables; an unknown one stays visible, so that a person sees that it is to be filled. */
export function fillVariables(text: string, values: VariableValues): string {
  return text.replace(
    VARIABLE,
    (_, key: string) => values[key.toLowerCase() as keyof VariableValues],
  );
}
