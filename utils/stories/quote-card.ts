/** A customer's words with whose they are: as a piece of HTML, and as lines for a picture. */
import type { Story } from '#utils/model/story.ts';
import { toHtml, toHtmlUrl, toLine } from '#utils/text/escape.ts';

/** Longer texts are cut at the end of a sentence, or of a word. */
const CARD_TEXT_MAX = 600;

const styles = {
  figure:
    'margin:1.5rem 0;padding:1.25rem 1.5rem;border:1px solid #dbe1e6;border-radius:8px;background:#fff;color:#1b2329',
  quote: 'margin:0;font-size:1.15em;white-space:pre-line;overflow-wrap:anywhere',
  caption: 'margin-top:.75rem;color:#54606a',
};

/** A quote as HTML that stands anywhere by itself: no script, no file, nothing of the customer's but text. */
export function toQuoteHtml({ post }: Story, site: string): string {
  const link = toHtmlUrl(post.permalink);
  const cite = link === null ? '' : ` cite="${link}"`;
  const lang = post.lang && /^[A-Za-z]{2,3}(?:-[A-Za-z\d]+)*$/u.test(post.lang) ? post.lang : null;
  const place = toHtml(site);
  const time =
    post.time === null
      ? ''
      : `, <time datetime="${new Date(post.time).toISOString()}">${toDay(post.time)}</time>`;
  return `<figure style="${styles.figure}">
<blockquote${cite}${lang === null ? '' : ` lang="${lang}"`} dir="auto" style="${styles.quote}">${toHtml(post.title ? `${post.title}\n${post.text}` : post.text)}</blockquote>
<figcaption style="${styles.caption}">— <bdi>${toHtml(toWho(post.author))}</bdi>, ${link === null ? place : `<a href="${link}" rel="noopener noreferrer nofollow">${place}</a>`}${time}</figcaption>
</figure>`;
}

/** Where a line of text stands in a picture, px. */
export interface CardLine {
  text: string;
  x: number;
  /** Of its baseline. */
  y: number;
  kind: 'mark' | 'quote' | 'who' | 'place';
}

export interface CardLayout {
  width: number;
  height: number;
  lines: CardLine[];
}

export interface CardFonts {
  /** Width of a text in the font of its kind, px. */
  measure(text: string, kind: CardLine['kind']): number;
}

const PADDING = 64;
const QUOTE_LEADING = 50;
const SMALL_LEADING = 34;

/** Lays a quote out on a card of this width: the words, whose they are, and where they stand. */
export function layOutCard(
  { post }: Story,
  site: string,
  fonts: CardFonts,
  width = 1_080,
): CardLayout {
  const room = width - 2 * PADDING;
  const lines: CardLine[] = [{ text: '“', x: PADDING, y: PADDING + 64, kind: 'mark' }];
  let y = PADDING + 112;
  const put = (text: string, kind: CardLine['kind'], leading: number) => {
    lines.push({ text, x: PADDING, y, kind });
    y += leading;
  };
  for (const paragraph of shorten(post.text === '' ? (post.title ?? '') : post.text).split(
    /\n+/u,
  )) {
    for (const line of wrap(paragraph, room, (text) => fonts.measure(text, 'quote'))) {
      put(line, 'quote', QUOTE_LEADING);
    }
  }
  y += 24;
  const place = [site, ...(post.time === null ? [] : [toDay(post.time)])].join(' · ');
  for (const line of wrap(toWho(post.author), room, (text) => fonts.measure(text, 'who'))) {
    put(line, 'who', SMALL_LEADING);
  }
  for (const line of wrap(place, room, (text) => fonts.measure(text, 'place'))) {
    put(line, 'place', SMALL_LEADING);
  }
  return { width, height: y - SMALL_LEADING + PADDING, lines };
}

/** The name with the handle behind it; the handle alone where there is no name. */
function toWho({ name, handle }: Story['post']['author']): string {
  const short = `@${handle.replace(/^@/, '')}`;
  return name === undefined || name.trim() === '' ? short : `${toLine(name, 100)} (${short})`;
}

/** A text that a card can hold; what was cut off is told by an ellipsis. */
function shorten(text: string): string {
  const clean = text.trim();
  if (clean.length <= CARD_TEXT_MAX) return clean;
  const cut = clean.slice(0, CARD_TEXT_MAX).replace(/[\uD800-\uDBFF]$/u, '');
  const sentence = cut.search(/[.!?。！？][^.!?。！？]*$/u);
  if (sentence > CARD_TEXT_MAX / 2) return `${cut.slice(0, sentence + 1)} …`;
  return `${cut.replace(/\s+\S*$/u, '')} …`;
}

/** Lines of at most this width: broken between words, and within one that is wider than a line. */
function wrap(text: string, room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\s)/u)) {
    if (measure((line + word).trimEnd()) <= room) {
      line += word;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = '';
    for (const { segment } of new Intl.Segmenter().segment(word)) {
      if (line !== '' && measure(line + segment) > room) {
        lines.push(line);
        line = '';
      }
      line += segment;
    }
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines;
}

/** A day as everybody reads it, in English: 3 May 2026. */
export function toDay(at: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at);
}
