/**
 * Who wrote a selected text, and where it stands: looked for in the parts of the page around it, from the smallest
 * outward. Where one of these holds two people or two addresses, it is about several posts: nothing rather than a guess.
 */
import { toAddressId, toIdHost, toQuietAddress } from '#utils/model/address-id.ts';
import type { Author } from '#utils/model/post.ts';
import { toUrl } from '#utils/sites/dom/address.ts';
import { cleanLine } from '#utils/sites/dom/clean-text.ts';
import { PROFILE_LINK, toAuthor, toProfile } from '#utils/sites/dom/profile-link.ts';
import type { Selected } from './read-selected.ts';
import { parentOf } from '../dom/neighbors.ts';

export interface Nearby {
  author: Author | null;
  /** The address of the post alone. */
  address: URL | null;
  /** As the page gives it. */
  time: string | null;
}

/** So far up from the text. */
const LEVELS = 6;
/** Letters of other text that may stand around a post: names, labels, a quote. */
const OTHER_TEXT_MAX = 600;
const NAME_MAX = 60;
/** Names there are the reader's own, or of people who are talked about. */
const ELSEWHERE =
  'nav, header[role="banner"], [role="navigation"], [role="banner"], body > header, footer';
/**
 * No site's own: HTML, schema.org, microformats, and what many forums call it (the pages in tests/sites, 2026-11). No
 * mend reaches it, and none is needed: a person can write who it was.
 */
const NAMED =
  '[rel~="author"], [itemprop~="author"], .p-author, [class*="author" i], [class*="username" i], [class*="user-name" i]';
const TIME = 'time[datetime]';
/** An address of one of several things on a page. */
const PERMALINK =
  /(?:#|\/)(?:comment|post|reply|answer|review|status|note|message|msg|p)s?[-_/=]?\d+|[?&](?:p|pid|post|postid|comment|cid|reply)=\d+/iu;
/** Ids that a server writes end in a number of some length; those of scripts are counted from one at each visit. */
const SERVER_ID = /^(?!ember|react|radix|yui|ext-)[a-z][a-z_:.-]*\d{2,}$/iu;

/** What stands near a selected text. */
export function findNearby(selected: Selected, page: URL): Nearby {
  const found: Nearby = { author: null, address: null, time: null };
  for (const around of partsAround(selected)) {
    const parts = (selector: string) =>
      [...around.querySelectorAll(selector)].filter(
        (one) => !selected.element.contains(one) && !one.closest(ELSEWHERE),
      );
    const people = findPeople(parts);
    const links = findAddresses(around, parts, page);
    // More than one: from here outward other posts come in.
    if (people.length > 1 || links.length > 1) break;
    found.author ??= people[0] ?? null;
    found.address ??= links[0] ?? null;
    const times = new Set(parts(TIME).map((time) => time.getAttribute('datetime')));
    if (times.size === 1) found.time ??= [...times][0] ?? null;
  }
  return found;
}

/** The elements around a selection, as long as they hold little else. */
function* partsAround({ element, text }: Selected): Iterable<Element> {
  let around: Element | null = element;
  for (let level = 0; level < LEVELS; level += 1) {
    if (!around || /^(?:body|html)$/u.test(around.localName)) return;
    if (level > 0 && (around.textContent ?? '').trim().length > text.length + OTHER_TEXT_MAX)
      return;
    yield around;
    around = parentOf(around);
  }
}

function findPeople(parts: (selector: string) => Element[]): Author[] {
  const linked = new Map<string, Author>();
  for (const link of parts(PROFILE_LINK)) {
    const profile = toProfile(link);
    const text = cleanLine(link.textContent ?? '');
    // Portraits lead to the same person, without a word.
    if (profile === null || text === '' || text.length > NAME_MAX) continue;
    if (!linked.has(profile)) linked.set(profile, toAuthor(text, profile));
  }
  if (linked.size > 0) return [...linked.values()];
  const names = parts(NAMED)
    .filter((one) => !one.querySelector(NAMED))
    .map((one) => cleanLine(one.textContent ?? '').replace(/^by\s+|^@/iu, ''))
    .filter((name) => name !== '' && name.length <= NAME_MAX);
  return [...new Set(names)].map((name) => ({ handle: name }));
}

function findAddresses(around: Element, parts: (selector: string) => Element[], page: URL): URL[] {
  const links = parts('a[href]');
  const kinds = [
    links.filter((link) => link.querySelector(TIME) || link.parentElement?.closest(TIME)),
    links.filter((link) => link.matches('[rel~="bookmark"]')),
    links.filter((link) => PERMALINK.test(link.getAttribute('href') ?? '')),
  ];
  for (const kind of kinds) {
    const found = toAddresses(kind, page);
    if (found.length > 0) return found;
  }
  return SERVER_ID.test(around.id) ? [new URL(`#${around.id}`, toQuietAddress(page))] : [];
}

/** Those at this host, each once: an id begins with the host at which it was read. */
function toAddresses(links: Element[], page: URL): URL[] {
  const own = links
    .map((link) => toUrl(link.getAttribute('href'), page))
    .filter((url): url is URL => url !== null && toIdHost(url) === toIdHost(page))
    .filter((url) => toAddressId(url) !== toAddressId(new URL('#', page)));
  return [...new Map(own.map((url) => [toAddressId(url), url])).values()];
}
