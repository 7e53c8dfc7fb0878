import type { PageRules } from '#utils/messages/payloads.ts';
import type { MountPoint } from '#utils/sites/adapter.ts';
import type { MentionBook } from '../mentions.ts';
import type { NoticeBoard } from '../notice.tsx';
import type { PagePosts } from '../page-posts.ts';
import { createScriptDelivery } from '../script-delivery.ts';
import type { DrawOnPage } from '../surface.ts';

/** What the marker needs of the page's own script. */
export interface MarkingOptions extends DrawOnPage {
  doc: Document;
  url: () => URL;
  rules: () => Pick<PageRules, 'brands' | 'mode'> | null;
  posts: Pick<PagePosts, 'of'>;
  mentions: Pick<MentionBook, 'mark' | 'matchesOf' | 'threadOf'>;
  notices: Pick<NoticeBoard, 'say'>;
  /** A mention has come, or was refused. */
  onMarked(): void;
  onError(error: unknown): void;
}

export interface PostMarker {
  /** Marks what is selected now, after asking for what the page does not tell; says what became of it. */
  mark(): Promise<void>;
  /** Where the chip of a marked post goes that no adapter has seen. */
  mountPoint(element: Element): MountPoint | null;
  clear(): void;
}

/** Creates the marker of one page. */
export type CreatePostMarker = (options: MarkingOptions) => PostMarker;

export const markingDelivery = createScriptDelivery<CreatePostMarker>('marking');
