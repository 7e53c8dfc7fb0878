/** The team's signature under an answer: `^MK`, `– Mia`. */

const VARIABLE = /\{\s*(me|initials)\s*\}/giu;
const CARET = /^[\^*~/]/u;
// Somebody's short signature at the end, as teams sign on X: " ^AB".
const OTHERS = /\s\^\s?\p{L}{1,4}\s*$/u;
const INITIALS_MAX = 3;

function toInitials(name: string): string {
  return name
    .split(/[\s-]+/u)
    .map((part) => /^\P{L}*(\p{L})/u.exec(part)?.[1] ?? '')
    .join('')
    .slice(0, INITIALS_MAX)
    .toUpperCase();
}

/**
 * The signature of one teammate; null where the guide has none, or no name is known that it needs. Behind a caret
 * `{me}` stands for initials, as is the custom: `^{me}` is `^MK`.
 */
export function toSignature(template: string, me: string): string | null {
  const pattern = template.trim();
  if (pattern === '') return null;
  const name = me.trim();
  if (name === '' && pattern.search(VARIABLE) !== -1) return null;
  return pattern.replace(VARIABLE, (_, key: string, at: number) => {
    const isShort = key.toLowerCase() === 'initials' || CARET.test(pattern.slice(at - 1, at));
    return isShort ? toInitials(name) : name;
  });
}

export interface Signed {
  body: string;
  /** With the space in front; empty where there is none. */
  tail: string;
}

/**
 * Cuts `signature` off the end, or one of `others` that stands in its place; where this one is short, any short one of
 * somebody else.
 */
export function cutSignature(text: string, signature: string, others: readonly string[]): Signed {
  const end = text.trimEnd();
  for (const one of [signature, ...others]) {
    const at = end.length - one.length;
    // "Hold^MK" is no signature.
    if (isSigned(end, one) && (at === 0 || /\s/u.test(end.charAt(at - 1)))) {
      const body = end.slice(0, at);
      return { body, tail: text.slice(body.length) };
    }
  }
  const short = signature.startsWith('^') ? OTHERS.exec(text.slice(-20)) : null;
  if (!short) return { body: text, tail: '' };
  const at = Math.max(0, text.length - 20) + short.index;
  return { body: text.slice(0, at), tail: text.slice(at) };
}

/** Whether a draft ends with the signature. */
export function isSigned(text: string, signature: string): boolean {
  return text.trimEnd().toLowerCase().endsWith(signature.toLowerCase());
}

/** Below an answer in paragraphs a signature has a line of its own; a short one never. */
export function sign(body: string, signature: string): string {
  const text = body.trimEnd();
  if (text === '') return text;
  const isOwnLine = text.includes('\n') && !CARET.test(signature);
  return `${text}${isOwnLine ? '\n\n' : ' '}${signature}`;
}
