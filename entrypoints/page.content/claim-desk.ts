/** My claim while I write: kept as long as I do, told when it is lost or came from somebody, taken again on a click. */
import { MessageError } from '#utils/messages/answer.ts';
import { send } from '#utils/messages/send.ts';
import type { ClaimNews } from '#utils/model/claim-news.ts';
import { now } from '#utils/platform/clock.ts';
import { toHandOverText } from './box-words.ts';
import { createClaimWatch } from './claim-watch.ts';
import type { MentionBook } from './mentions.ts';
import type { NoticeBoard } from './notice.tsx';
import type { OpenBox } from './reply-desk.ts';

/** My claim is renewed this often while I write, ms. */
const KEEP_MS = 60_000;
/** A box that nobody has touched for this long keeps no claim, ms (reliability.md §4.6). */
const TOUCHED_MS = 5 * 60_000;

export interface ClaimDeskOptions {
  mentions: Pick<MentionBook, 'viewOf' | 'takeViews'>;
  notices: Pick<NoticeBoard, 'say'>;
  box(): OpenBox | null;
  isVisible(element: HTMLElement): boolean;
  isQuiet(): boolean;
  /** What is to be said at the box has changed. */
  onChange(): void;
  onError(error: unknown): void;
}

export interface ClaimDesk {
  /** The person wrote just now. */
  touch(): void;
  /** Renews my claim if it is due: not for a box that is out of sight, nor for one that nobody touches. */
  keep(): void;
  /** What is known of a thread may have changed, or its lease may have ended. */
  look(threadId: string): void;
  /** What is to be said at the box of this thread; `refusal`: why it could not be claimed again. */
  news(threadId: string): { what: ClaimNews; refusal: string | null } | null;
  dismiss(): void;
  /** These threads have gone: there is nothing to say of them. */
  drop(threadIds: ReadonlySet<string>): void;
  /** Claims the thread of the open box again, on a person's click. */
  claim(): void;
  fenceOf(threadId: string): number | undefined;
}

/** Starts without memory of any claim. */
export function createClaimDesk(options: ClaimDeskOptions): ClaimDesk {
  const { mentions, notices, onChange, onError } = options;
  const claims = createClaimWatch();
  let news: { threadId: string; what: ClaimNews; refusal: string | null } | null = null;
  let touchedAt = -Infinity;
  let keptAt = -Infinity;

  const claimAgain = async (threadId: string): Promise<string | null> => {
    try {
      const { view, refused } = await send('thread.claim', { threadId });
      if (view) mentions.takeViews([view]);
      return refused;
    } catch (error) {
      onError(error);
      return error instanceof MessageError ? error.message : 'That did not work. Try again.';
    }
  };

  return {
    touch() {
      touchedAt = now();
    },

    keep() {
      const box = options.box();
      if (!box || now() - touchedAt > TOUCHED_MS || now() - keptAt < KEEP_MS) return;
      if (!options.isVisible(box.element)) return;
      keptAt = now();
      send('thread.keep', { threadId: box.threadId }).catch(onError);
    },

    look(threadId) {
      const view = mentions.viewOf(threadId);
      const what = view && claims.look(view, now());
      if (!what) return;
      if (options.box()?.threadId === threadId) {
        news = { threadId, what, refusal: null };
        onChange();
      } else if (what.kind !== 'ranOut' && !options.isQuiet()) notices.say(toHandOverText(what));
    },

    news: (threadId) => (news?.threadId === threadId ? news : null),

    dismiss() {
      news = null;
      onChange();
    },

    drop(threadIds) {
      if (news && threadIds.has(news.threadId)) news = null;
    },

    claim() {
      const told = news;
      if (!told) return;
      void claimAgain(told.threadId).then((refusal) => {
        news = refusal === null ? null : { ...told, refusal };
        onChange();
      });
    },

    fenceOf: claims.fenceOf,
  };
}
