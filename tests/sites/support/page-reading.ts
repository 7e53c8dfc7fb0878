import type { PageKind } from '#utils/sites/adapter.ts';
import type { Post } from '#utils/model/post.ts';
import type { SiteId } from '#utils/model/site.ts';

/** Everything that an adapter tells of one page; elements are told by the id of their post. */
export interface PageReading {
  site: SiteId;
  kind: PageKind;
  account: string | null;
  posts: Post[];
  /** The post that the page's conversation began with, where the site does not tell whom each post answers. */
  opening: string | null;
  /** Of each post: where the chip goes, and which box would answer it. */
  places: { id: string; mount: string | null; replyBox: string | null; submit: string | null }[];
  /** Of each editable element of the page: the id of the post that it answers. */
  boxes: { box: string; answers: string | null }[];
}
