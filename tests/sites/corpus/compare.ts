import type { Post } from '#utils/model/post.ts';
import { siteFacts } from '#utils/sites/facts.ts';

/** A post that a second parser found in a saved page. */
export interface ExpectedPost {
  /** Null where the page names none. */
  author: string | null;
  /** The first 120 code points of the body. */
  text: string;
  permalink?: string | null;
  id?: string;
  title?: string;
  quoted?: { author?: string; text?: string };
  hidden?: boolean;
  promoted?: boolean;
  time?: string;
}

/** What is wrong with one page; empty when every post is right and none was invented. */
export interface Comparison {
  right: number;
  wanted: number;
  found: number;
  invented: number;
  authors: number;
  texts: number;
  /** Posts whose id or address is known, and those that came out with it. */
  named: number;
  ids: number;
  faults: string[];
}

const TEXT_CODE_POINTS = 120;
/** Longest head line or button of a quote, without spaces. */
const INTRODUCTION = 50;

/** Compares what an adapter read with what is there, post by post, in order. */
export function comparePosts(found: Post[], expected: ExpectedPost[], pageUrl: string): Comparison {
  const wanted = expected.filter((post) => !post.hidden && !post.promoted);
  const read = found.filter((post) => !post.promoted);
  const extra = read.slice(wanted.length);
  const result: Comparison = {
    right: 0,
    wanted: wanted.length,
    found: read.length - extra.length,
    invented: extra.length,
    authors: 0,
    texts: 0,
    named: 0,
    ids: 0,
    faults: [],
  };
  wanted.forEach((want, index) => {
    const got = read[index];
    const wrong = got ? findFaults(got, want, pageUrl) : ['is missing'];
    const isRight = (...parts: string[]) =>
      got !== undefined &&
      !wrong.some((fault) => parts.some((part) => fault.startsWith(`${part} is`)));
    if (wrong.length === 0) result.right += 1;
    else result.faults.push(`post ${index + 1}: ${wrong.join('; ')}`);
    if (isRight('author')) result.authors += 1;
    if (isRight('text', 'title')) result.texts += 1;
    if (want.id === undefined && !want.permalink) return;
    result.named += 1;
    if (isRight('id', 'permalink')) result.ids += 1;
  });
  for (const { id } of extra) result.faults.push(`invented: ${id}`);
  return result;
}

function findFaults(got: Post, want: ExpectedPost, pageUrl: string): string[] {
  const faults: string[] = [];
  const check = (what: string, one: string, two: string) => {
    if (one !== two) faults.push(`${what} is ${show(one)} instead of ${show(two)}`);
  };
  const { host } = new URL(pageUrl);
  // A server of a federated site leaves its own host away, where an adapter must not.
  const local = got.author.handle.replace(`@${host}`, '');
  const authors = [got.author.handle, local, got.author.name ?? ''].map(toAuthor);
  if (want.author !== null && !authors.includes(toAuthor(want.author))) {
    check('author', authors[0] ?? '', toAuthor(want.author));
  }
  if (!isWithQuote(got, want.text)) checkText('text', got.text, want.text, check);
  if (want.title !== undefined) checkText('title', got.title ?? '', want.title, check);
  if (want.id !== undefined && got.id !== toOwnId(got, want.id, host)) check('id', got.id, want.id);
  if (want.permalink) {
    check('permalink', toPlace(got.permalink, pageUrl), toPlace(want.permalink, pageUrl));
  }
  if (want.time && got.time !== null)
    check('time', String(got.time), String(Date.parse(want.time)));
  if (want.quoted?.author) {
    check('quoted author', toAuthor(got.quoted?.author ?? ''), toAuthor(want.quoted.author));
  }
  if (want.quoted?.text) checkText('quoted text', got.quoted?.text ?? '', want.quoted.text, check);
  return faults;
}

/** Software that runs anywhere begins its ids with the host; with `www.` before it, it is the same. */
function toOwnId(got: Post, id: string, host: string): string {
  return siteFacts[got.site].isAnywhere ? `${host.replace(/^www\./u, '')}/${id}` : id;
}

function checkText(
  what: string,
  got: string,
  want: string,
  check: (what: string, one: string, two: string) => void,
): void {
  const wanted = squeeze(want);
  const isCut = [...want].length >= TEXT_CODE_POINTS;
  check(what, isCut ? squeeze(got).slice(0, wanted.length) : squeeze(got), wanted);
}

/**
 * True where the second parser took the quote that a post of a forum begins with for a part of its text: what is
 * wanted then is the quote, word for word after at most a line of introduction, and the text after at most a button.
 */
function isWithQuote({ text, quoted }: Post, want: string): boolean {
  const quote = squeeze(quoted?.text ?? '');
  const wanted = squeeze(want);
  const start = quote ? wanted.indexOf(quote.slice(0, 12)) : -1;
  if (start < 0 || start > INTRODUCTION) return false;
  const rest = wanted.slice(start);
  const isCut = [...want].length >= TEXT_CODE_POINTS;
  if (isCut && rest.length <= quote.length) return quote.startsWith(rest);
  if (!rest.startsWith(quote)) return false;
  const after = rest.slice(quote.length);
  const own = squeeze(text);
  for (let button = 0; button <= Math.min(INTRODUCTION, after.length); button += 1) {
    const tail = after.slice(button);
    if (isCut ? own.startsWith(tail) : own === tail) return true;
  }
  return false;
}

function squeeze(text: string): string {
  return text.replace(
    /[\s\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu,
    '',
  );
}

function toAuthor(text: string): string {
  return squeeze(text).replace(/^@/u, '');
}

function toPlace(permalink: string | null, pageUrl: string): string {
  if (permalink === null) return '';
  const url = new URL(permalink, pageUrl);
  return url.host + url.pathname.replace(/\/$/u, '') + url.search;
}

function show(text: string): string {
  return JSON.stringify(text.length > 160 ? `${text.slice(0, 160)}…` : text);
}
