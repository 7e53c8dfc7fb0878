/** What the markup of a page says about one post, before it has an id. */
export interface MarkedPost {
  handle: string;
  name: string;
  text: string;
  title: string;
  /** Address as the page gives it, maybe relative; null when it gives none. */
  href: string | null;
  time: string | null;
  lang: string | null;
  /** Address or fragment of the post it answers, where the markup says so. */
  parentHref: string | null;
  isCut: boolean;
}
