/** Ways out of a text, in the form in which they are compared: links, handles, addresses of mail, telephone numbers. */

// A dot between two words is taken for a host name: a model that forgets a blank is asked again, a link never slips in.
const LINK =
  /\b(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.)\S+|(?<![\p{L}\p{N}@.])(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,10}\p{L}{2,}(?:[/?#:]\S*)?/giu;
const HIDDEN_LINK =
  /\bhxxps?\b|[[({]\s*(?:\.|dot)\s*[\])}]|\s(?:dot|punkt|point)\s(?:com|net|org|io|me|co)\b/giu;
const SCHEME = /\b(?:mailto|tel|sms|javascript|data|whatsapp|tg):/giu;
const EMAIL =
  /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|＠|\(at\)|\[at\])\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/giu;
const HANDLE =
  /(?<![\p{L}\p{N}])[@＠#＃][\p{L}\p{N}_][\p{L}\p{N}_.-]*|(?<![\p{L}\p{N}/])[ru]\/[\w-]{2,}/giu;
const PHONE = /\+?\p{Nd}[\p{Nd}\s().\u2010-\u2015/-]{5,}\p{Nd}/gu;
const PHONE_DIGITS = 7;

const bare = (one: string) =>
  one
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s/gu, '')
    .replace(/[.,;:!?'"’”)\]}]+$/u, '');

function findAll(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([one]) => bare(one));
}

/** Links and host names, hidden ones too; without what of them is an address of mail. */
export function findLinks(text: string): string[] {
  const rest = text.replaceAll(EMAIL, ' ');
  const plain = findAll(LINK, rest).map((link) => link.replace(/\/$/u, ''));
  return [...plain, ...findAll(HIDDEN_LINK, rest), ...findAll(SCHEME, rest)];
}

export const findEmails = (text: string) => findAll(EMAIL, text);

/** Handles, tags, and names as `r/kettles`. */
export const findHandles = (text: string) => findAll(HANDLE, text.replaceAll(EMAIL, ' '));

/** Runs of seven digits and more, whatever stands between them; digits only. */
export function findPhones(text: string): string[] {
  return findAll(PHONE, text)
    .map((one) => one.replaceAll(/\D/gu, ''))
    .filter((digits) => digits.length >= PHONE_DIGITS);
}
