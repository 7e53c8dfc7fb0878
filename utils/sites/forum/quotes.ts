/**
 * A post of a forum holds the words it answers as quotes. They are somebody else's: kept apart from the text, the
 * first of them with its author.
 */
import { readLine, readText } from '../dom/read-text.ts';
import type { ForumSelectors } from './selectors.ts';

/** A body, taken apart. */
export interface ReadBody {
  text: string;
  quoted: { author: string; text: string } | null;
  /** The element of the first quote, which may say where the words stand. */
  quote: Element | null;
}

/** Translations of "wrote:" that end a head line; whatever stands before the first of them is the name. */
const WROTE =
  /\s*(?:said|wrote|posted|hat (?:gesagt|geschrieben)|schrieb|a (?:dit|écrit)|dijo|escribió|ha (?:detto|scritto)|написал\(?а?\)?|schreef|zei|disse|escreveu|skrev|napisał\(?a?\)?)[^\p{L}\p{N}]*$/iu;

/** What is left of a head line whose name alone is an element: "wrote:". */
const LEFT_OVER = /^[^\n:]{0,30}:\n+/u;

/** Reads a body: what its author wrote, and the first thing that is quoted in it. */
export function readBody(
  body: Element,
  selectors: ForumSelectors,
  readAuthor?: (quote: Element) => string | null,
): ReadBody {
  const text = readText(body, { skip: `${selectors.quote}, ${selectors.skip}, ${selectors.post}` });
  const quote = findQuote(body, selectors);
  if (!quote) return { text, quoted: null, quote: null };
  const within = quote.querySelector(selectors.quoteText) ?? quote;
  const hasLeftOver = quote.querySelector(selectors.quoteHead)?.localName === 'a';
  const quoted = {
    author: readAuthor?.(quote) ?? readQuoteAuthor(quote, selectors),
    text: readText(within, {
      skip: `${selectors.quote}, ${selectors.quoteHead}, ${selectors.skip}`,
    }).replace(hasLeftOver ? LEFT_OVER : '', ''),
  };
  return { text, quoted: quoted.author || quoted.text ? quoted : null, quote };
}

/** The first quote of a body that is not within another. */
function findQuote(body: Element, selectors: ForumSelectors): Element | null {
  for (const quote of body.querySelectorAll(selectors.quote)) {
    const around = quote.parentElement?.closest(selectors.quote);
    if (!around || !body.contains(around)) return quote;
  }
  return null;
}

/** Attributes tell the name in any language; else the link of the head line, else its words. */
function readQuoteAuthor(quote: Element, selectors: ForumSelectors): string {
  const told = ['data-quote', 'data-ipsquote-username', 'data-cite', 'data-author']
    .map((name) => quote.getAttribute(name)?.trim())
    .find(Boolean);
  if (told) return told;
  const head = quote.querySelector(selectors.quoteHead);
  if (!head || head.closest(selectors.quote) !== quote) return '';
  const line = readLine(head);
  const marked = readLine(head.querySelector('strong, b'));
  if (marked) return marked;
  const linked = readLine(head.querySelector('a'));
  return linked && line.startsWith(linked) ? linked.replace(WROTE, '') : toName(line);
}

function toName(line: string): string {
  const name = line.replace(WROTE, '');
  return name === line ? '' : name;
}

/** The opening tags of all quotes of a BBCode draft that are not within another. */
export function findQuoteTags(draft: string): string[] {
  const tags: string[] = [];
  let depth = 0;
  for (const [tag] of draft.matchAll(/\[\/?quote\b[^\]\n]{0,400}\]/giu)) {
    const isEnd = tag.startsWith('[/');
    if (!isEnd && depth === 0) tags.push(tag);
    depth = isEnd ? Math.max(0, depth - 1) : depth + 1;
  }
  return tags;
}
