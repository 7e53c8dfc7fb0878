import { rangesOf, type TextRange } from '#utils/text/sentences.ts';
import type { Check } from './draft-check.ts';

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
const ADDRESS = /https?:\/\/\S+|www\.\S+/giu;
const DIGITS = /(?<![\p{L}\p{N}#/._-])\+?\(?\d[\d \u00A0().\-/]{5,22}\d(?![\p{L}\p{N}/_-])/gu;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b/gu;
// A number of somebody's order, with the word that says so.
const ORDER =
  /\b(?:order|booking|confirmation|reservation|reference|case|ticket|account|invoice|bestell(?:ung|nummer)|buchungsnummer|kundennummer|pedido|reserva|commande|réservation)(?: (?:number|no\.?|nr\.?|code|id|is|n°|número))*[:#\s]{1,3}#?((?=[A-Z\d-]*\d)[A-Z\d][A-Z\d-]{4,18}[A-Z\d])(?![\p{L}\p{N}])|(?:注文番号|予約番号)[はが:：\s]*([A-Z\d-]{5,20})/giu;
// Free numbers are a business's, not a person's.
const FREE_CALL =
  /^(?:\+?1)?8(?:00|33|44|55|66|77|88)\d{7}$|^0?800\d{5,8}$|^(?:\+|00)\d{2,3}800\d{5,8}$/u;
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$|^\d{4}\s?[-/]\s?\d{4}$/u;
// Beside other numbers (prices, years) only what is written as a phone number is taken for one.
const PHONE = /^(?:\+|00)\d|^\(\d{2,5}\)|^0\d|^\d{3}[ .-]\d{3}[ .-]\d{4}$|^1[ .-]\d{3}[ .-]/u;

const digitsOf = (text: string) => text.replace(/\D/gu, '');

function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || /^(\d)\1+$/u.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += at % 2 === 1 ? doubled : digit;
  }
  return sum % 10 === 0;
}

/** ISO 13616: the first four characters go last, letters become 10…35, the rest by 97 is 1. */
function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '');
  if (plain.length < 15 || plain.length > 34) return false;
  let rest = 0;
  for (const sign of plain.slice(4) + plain.slice(0, 4)) {
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

function isPhone(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length < 9 || digits.length > 15 || DATE.test(text.trim())) return false;
  return PHONE.test(text.trim()) && !FREE_CALL.test(digits);
}

function isPublicEmail(address: string, contacts: readonly string[]): boolean {
  const lower = address.toLowerCase();
  return contacts.some((contact) => {
    const own = contact.toLowerCase().replace(/^@/, '');
    return own === lower || (!own.includes('@') && lower.endsWith(`@${own}`));
  });
}

function isPublicNumber(text: string, contacts: readonly string[]): boolean {
  const digits = digitsOf(text);
  // The last nine digits are alike with and without the country's prefix.
  return contacts.some(
    (contact) => digitsOf(contact).length >= 7 && digitsOf(contact).slice(-9) === digits.slice(-9),
  );
}

/** Order numbers that neither the customer wrote nor a public contact holds. */
function findOrders(draft: string, post: string): TextRange[] {
  return Array.from(draft.matchAll(ORDER)).flatMap((match) => {
    const number = match[1] ?? match[2] ?? '';
    if (number === '' || post.toLowerCase().includes(number.toLowerCase())) return [];
    const start = match.index + match[0].lastIndexOf(number);
    return [{ start, end: start + number.length }];
  });
}

export const checkPrivateData: Check = (draft, { post, publicContacts }) => {
  // Addresses keep their length, so that places stay right.
  const text = draft.replace(ADDRESS, (address) => ' '.repeat(address.length));
  const slice = ({ start, end }: TextRange) => text.slice(start, end);
  const numbers = rangesOf(text, DIGITS);
  const kinds: [string, TextRange[]][] = [
    ['a card number', numbers.filter((range) => isCard(digitsOf(slice(range))))],
    ['a bank account', rangesOf(text, IBAN).filter((range) => isIban(slice(range)))],
    [
      'an email address',
      rangesOf(text, EMAIL).filter((range) => !isPublicEmail(slice(range), publicContacts)),
    ],
    [
      'a phone number',
      numbers.filter(
        (range) => isPhone(slice(range)) && !isPublicNumber(slice(range), publicContacts),
      ),
    ],
    ['an order number that the customer did not post', findOrders(text, post?.text ?? '')],
  ];
  const found = kinds.find(([, ranges]) => ranges.length > 0);
  if (!found) return null;
  return {
    id: 'private-data',
    level: 'warning',
    message:
      found[0] === 'a phone number'
        ? 'This shows a phone number to everybody: take it out, unless it is a public one.'
        : `This shows ${found[0]} to everybody: take it out, or send it in a private message.`,
    at: kinds.flatMap(([, ranges]) => ranges).sort((a, b) => a.start - b.start),
  };
};
