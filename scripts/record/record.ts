/** A page as a test page: stripped, anonymous, small; and what a person must still look at. */
import { anonymize } from './anonymize.ts';
import { toKnownWords } from './known-words.ts';
import { toHtml, walkElements } from './page-tree.ts';
import type { PageElement } from './page-tree.ts';
import { shorten } from './shorten.ts';
import { findDataScripts, strip } from './strip.ts';

export const BYTES_MAX = 30_000;

export interface RecordOptions {
  url: URL;
  /** The host that stands for the page's own. */
  host: string;
  /** The sources of the site's adapter. */
  sources: readonly string[];
  /** Words and labels that are structure, as a person says. */
  keep: readonly string[];
  month: string;
  isSignedIn: boolean;
}

export interface RecordedPage {
  html: string;
  /** More than `BYTES_MAX` where a part must be chosen. */
  bytes: number;
  /** What could not be done, or should be looked at. */
  notes: string[];
}

const WORD = /[\p{L}\p{M}]{4,}/gu;
const READ = /^(?:alt|title|placeholder|label|value|aria-label|aria-description)$/u;

/** Makes a test page of what a browser showed. */
export function recordPage(page: PageElement, options: RecordOptions): RecordedPage {
  const { url, host, month, isSignedIn } = options;
  const known = toKnownWords(options.sources, options.keep);
  const stripped = strip(page, (name) => known.words.has(name));
  const { page: anonymous, address } = anonymize(stripped, { known, url, host });
  const about = `<!-- ${address} · ${month} · signed ${isSignedIn ? 'in' : 'out'} · recorded, names and texts invented -->`;
  const head = `${about}\n<!doctype html>\n`;
  const small = shorten(anonymous, BYTES_MAX - Buffer.byteLength(head) - 1);
  const html = `${head}${toHtml(small)}\n`;
  const bytes = Buffer.byteLength(html);
  return { html, bytes, notes: toNotes(page, stripped, html, known) };
}

function toNotes(
  page: PageElement,
  stripped: PageElement,
  html: string,
  known: ReturnType<typeof toKnownWords>,
): string[] {
  const scripts = findDataScripts(page);
  const frames = [...walkElements(page)].filter(({ name }) => name === 'iframe').length;
  const written = wordsOf(stripped);
  const body = html.slice(html.indexOf('<html'));
  const left = [...new Set(body.match(WORD) ?? [])].filter((word) =>
    written.has(word.toLowerCase()),
  );
  const names = left.filter((word) => !isOurs(word) && !known.words.has(word.toLowerCase()));
  const labels = [...known.phrases].filter((one) => one.length > 3 && html.includes(`>${one}<`));
  return [
    ...(names.length > 0
      ? [
          `Words of the page's texts that also stand in names of its structure (classes, test ids), where they stay; look whether one is somebody's: ${names.slice(0, 30).join(', ')}.`,
        ]
      : []),
    ...(labels.length > 0
      ? [`Labels that stay because the adapter looks for them: ${labels.join(' · ')}.`]
      : []),
    ...(scripts.length > 0
      ? [
          `Data in scripts was left out (${scripts.join(', ')}); where the adapter reads it, write some by hand.`,
        ]
      : []),
    ...(frames > 0 ? [`${frames} frame(s) were emptied; record them by their own addresses.`] : []),
  ];
}

/** Every word of four letters or more that people read on a page, in small letters. */
export function wordsOf(page: PageElement): Set<string> {
  const texts = [...walkElements(page)].flatMap(({ attributes, children, shadow = [] }) => [
    ...[...children, ...shadow].filter((child) => typeof child === 'string'),
    ...Object.entries(attributes).flatMap(([key, value]) => (READ.test(key) ? [value] : [])),
  ]);
  return new Set(texts.flatMap((text) => text.match(WORD) ?? []).map((word) => word.toLowerCase()));
}

/** Words of the placeholders themselves. */
function isOurs(word: string): boolean {
  return /^(?:example|https?|acme|social)$/iu.test(word);
}
