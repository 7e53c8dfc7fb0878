/** Customers' words as plain words, wherever they go: to Markdown, to Slack and what takes Slack's messages, to HTML. */

/** Stands behind a sign that would call somebody or link something; nobody sees it. */
const BREAK = '\u200B';
const BREAK_ENTITY = '&#8203;';
/** As long as the address of a post may be. */
const URL_MAX = 2_000;
/** A longer address would burst a block of Slack. */
const SLACK_URL_MAX = 1_000;

/** Control characters, halves of surrogate pairs, and what turns the direction of all text after it. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** One line of plain text, cut at `most` UTF-16 units without cutting a character. */
export function toLine(text: string, most: number): string {
  const line = text
    .slice(0, 4 * most)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(UNSEEN, '')
    .trim();
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .replace(UNSEEN, '')
    .trimEnd()}…`;
}

/**
 * A line as text of Markdown, as CommonMark, GitHub, GitLab and Gitea read it: no markup, no HTML, no link, nobody called
 * by `@`, no issue referred to by `#`. What means nothing there stays as it was, so that it reads well unrendered too.
 */
export function toMarkdown(line: string): string {
  return line
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replaceAll(/@|[#!](?=\d)|\/(?=\/)|www(?=\.)|GH(?=-\d)/gi, `$&${BREAK_ENTITY}`);
}

/** An address as the target of a Markdown link; null for anything but a web address. */
export function toMarkdownUrl(url: string | null | undefined): string | null {
  return toWebAddress(url)?.replaceAll(/[()<>\\\s]/g, toPercent) ?? null;
}

/**
 * A line as text of Slack's `mrkdwn`, which knows no escape for its own signs: they are exchanged for signs that look the
 * same. Others that take Slack's messages read Markdown: their links and calls are broken too.
 */
export function toSlack(line: string): string {
  return line
    .replaceAll('*', '∗')
    .replaceAll('_', '＿')
    .replaceAll('~', '∼')
    .replaceAll('`', 'ˋ')
    .replaceAll(/@|\](?=\()|\/(?=\/)|www(?=\.)/gi, `$&${BREAK}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** An address as Slack's `<address|…>` takes it; null for anything but a web address of usual length. */
export function toSlackUrl(url: string | null | undefined): string | null {
  const address = toWebAddress(url)?.replaceAll(/[|<>()\\\s]/g, toPercent);
  if (!address || address.length > SLACK_URL_MAX) return null;
  return address.replaceAll('&', '&amp;');
}

function toPercent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function toWebAddress(url: string | null | undefined): string | null {
  if (!url) return null;
  try {
    const { protocol, href } = new URL(url);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && href.length <= URL_MAX ? href : null;
  } catch {
    return null;
  }
}

/** A text as text of HTML, also within quotation marks. */
export function toHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A web address as it may stand in an `href`; null for anything else. */
export function toHtmlUrl(url: string | null | undefined): string | null {
  const address = toWebAddress(url);
  return address === null ? null : toHtml(address);
}
