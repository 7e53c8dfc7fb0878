/** What a forum engine's pages are read by. Every engine has all of them; `NOTHING` where it has no such part. */
export interface ForumSelectors extends Record<string, string> {
  /** A post, with its author and its foot. */
  post: string;
  /** What was written, signature and foot left out. */
  body: string;
  /** The author's name as people read it. */
  author: string;
  time: string;
  /** The link to the post itself. */
  permalink: string;
  /** Says which post of the thread it is, as `#1`. */
  position: string;
  /** The number of the page that is shown, of several. */
  currentPage: string;
  /** The title of the thread, anywhere on the page. */
  title: string;
  /** A quote within a body, its head line and its words. */
  quote: string;
  quoteHead: string;
  quoteText: string;
  /** What is in a body, but no part of what was written: buttons, notes of edits. */
  skip: string;
  /** The form around an editor in which a new post of the thread is written, never one that edits. */
  form: string;
  /** The editors of such a form; a frame stands for the body of what it shows. */
  box: string;
  submit: string;
  /** The name of who is signed in. */
  account: string;
}

/** CSS that finds nothing. */
export const NOTHING = ':not(*)';
