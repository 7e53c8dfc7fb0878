import type { CharacterRule } from '#utils/model/character-rule.ts';
import type { Post } from '#utils/model/post.ts';
import type { PageHealth } from '#utils/model/site-health.ts';
import type { SiteId } from '#utils/model/site.ts';
import type { SelectorTables } from './selectors.ts';

/** What kind of page an address is, as far as reading it differs. */
export type PageKind = PageHealth['kind'];

/** Where a chip goes: a line of its own beside `anchor`. */
export interface MountPoint {
  anchor: Element;
  where: 'before' | 'after' | 'append';
}

/** A link with which a site says that a post was sent. */
export interface SentLink {
  /** As in the post itself. */
  id: string;
  /** Whose post it is, without `@`. */
  handle: string;
  permalink: string;
  /** When the post was made, ms since 1970; null where the link does not tell. */
  time: number | null;
}

/** A reply that a person meant to send, not proved yet. */
export interface AwaitedReply {
  /** The post that is answered. */
  target: Post;
  /** What stood in the reply box. */
  text: string;
  /** Asked before it is sent, to know what stands there already: the box holds it still. */
  isBefore?: true;
}

/**
 * One site, read from its own page. Every member is a pure function of what it is given: no global `document`,
 * no network, no clock, no throw (null instead). Selectors are dated tables on top of each file. Which pages are a
 * site's is told in `recognize.ts`.
 */
export interface SiteAdapter {
  id: SiteId;
  /**
   * Every selector it goes by, in tables by the name of what they are for. `page.holder`, where there is one, is never
   * read by: it finds what looks like posts by other marks than those that tell them, so that a page of a kind that may
   * show none (`utils/model/blind-page.ts`) can be told from one whose posts cannot be read. It finds nothing on a page
   * without posts.
   */
  selectors: SelectorTables;
  /** The names of those tables by which it looks into open shadow roots as well. */
  deepTables?: readonly string[];
  pageKind(url: URL): PageKind;
  /**
   * True for a page that is never read, by whatever adapter: what stands there is private, though its address is like
   * that of others.
   */
  isPrivate?(doc: Document): boolean;
  /** The elements of all posts under `root` in document order, hidden screens left out. */
  findPosts(root: ParentNode): Element[];
  /**
   * The same in small steps, where finding takes long: each `next` does a part, the last one gives the posts. What was
   * begun is of no use once the page has changed a lot, but does no harm.
   */
  seekPosts?(root: ParentNode): Iterator<undefined, Element[]>;
  /** Reads one of them; null when it is not a post after all (deleted, placeholder, broken). */
  readPost(element: Element, url: URL): Post | null;
  /**
   * Id of the post that a page of one conversation began with, where the site does not tell of each post whom it
   * answers: one that addresses nobody answers that. Null on other pages, and where that post is not known.
   */
  findOpening?(doc: Document, url: URL): string | null;
  /** Where the chip of this post goes; null: nowhere on this page. */
  mountPoint(element: Element): MountPoint | null;
  /**
   * The editable element in which a reply to this post would be typed now, if it is open and visible.
   * Never the box of another post: null rather than a guess.
   */
  findReplyBox(element: Element, url: URL): HTMLElement | null;
  /**
   * The post (one of `findPosts`) that an editable element answers, the reverse of `findReplyBox`;
   * null for a box that answers nothing (a new post of one's own, a search field).
   */
  findReplyTarget(editable: Element, url: URL): Element | null;
  /** The control that sends what stands in `box`, to notice (never to press). */
  findSubmit(box: HTMLElement): HTMLElement | null;
  /**
   * The links in the short messages by which the site says that something was sent, as long as they stand there; those
   * that do not tell whose post they lead to are left out. What was sent is not told: it may be another post than one
   * thinks, of long ago too. Only for sites whose messages have such a link.
   */
  findSentLinks?(doc: Document, url: URL): SentLink[];
  /**
   * Those of the awaited replies that the page shows now, where nothing but their place and their whole text tells
   * them. Only for sites on some of whose pages `findPosts` cannot know answers.
   */
  findSentPosts?(doc: Document, url: URL, awaited: readonly AwaitedReply[]): Post[];
  /** Enter alone sends what stands in a box, and Shift+Enter begins a line. */
  sendsOnEnter?: true;
  /** The handle of the account that is signed in, without `@`; null when unknown. */
  findAccount(doc: Document, url: URL): string | null;
  characterRule(doc: Document): CharacterRule;
}
