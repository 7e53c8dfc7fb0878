import { MessageError } from '#utils/messages/answer.ts';
import { createRateLimit } from '#utils/messages/rate-limit.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import { now } from '#utils/platform/clock.ts';
import { loadBoxDraft, saveBoxDraft } from '#utils/db/drafts.ts';
import type { Services } from '../services.ts';
import { needOwnThread } from '../site-guard.ts';

type DraftHandlers = Pick<Handlers, 'draft.save' | 'draft.load' | 'draft.forget'>;

/** Nobody pauses in typing more often than that, in one tab. */
const SAVE_RATE = { perSecond: 3, burst: 30 };
/** Drafts of reply boxes kept in one browser; a page that invents threads must not fill the disk. */
const DRAFTS_MAX = 1_000;

/** What was typed in sites' reply boxes. It stays in this browser. */
export function createDraftHandlers({ db }: Pick<Services, 'db'>): DraftHandlers {
  const rate = createRateLimit(SAVE_RATE);
  return {
    async 'draft.save'({ threadId, text }, sender) {
      needOwnThread(sender, threadId);
      if (!rate.take(sender.tabId ?? -1, now())) {
        throw new MessageError('too_many', 'This page saves drafts too often. Wait a moment.');
      }
      // Only what belongs to a mention: whatever else a person writes on a site is no business of ours.
      if (!(await db.threads.get(threadId))) return null;
      const isNew = (await loadBoxDraft(db, threadId)) === null;
      if (isNew && (await db.drafts.count()) >= DRAFTS_MAX) {
        throw new MessageError('too_many', 'Too many drafts are kept. Send or discard some.');
      }
      await saveBoxDraft(db, threadId, text);
      return null;
    },
    async 'draft.load'({ threadId }, sender) {
      needOwnThread(sender, threadId);
      return loadBoxDraft(db, threadId);
    },
    async 'draft.forget'({ threadId }, sender) {
      needOwnThread(sender, threadId);
      await saveBoxDraft(db, threadId, null);
      return null;
    },
  };
}
