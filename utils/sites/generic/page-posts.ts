/** What the reading of reply boxes needs to know of the posts of a page. */
export interface PagePosts {
  posts: Element[];
  /** The one post that the page is about; null on a page of several or none. */
  root: Element | null;
  /** Matches every post that is marked where it stands. */
  selector: string;
}
