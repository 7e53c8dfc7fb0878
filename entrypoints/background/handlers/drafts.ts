import { MessageError } from '#utils/messages/answer.ts';
import { createRateLimit } from '#utils/messages/rate-limit.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import { now } from '#utils/platform/clock.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import type { CharacterRule } from '#utils/model/character-rule.ts';
import { loadBoxDraft, saveBoxDraft } from '#utils/db/drafts.ts';
import { splitIntoThread } from '#utils/checks/split-into-thread.ts';
import { countCharacters } from '#utils/replies/count-characters.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { createDraftChecker } from '../draft-checks.ts';
import type { Services } from '../services.ts';
import { needOwnThread } from '../site-guard.ts';
import { findFrameOf, findMainFrame } from '../tab-pages.ts';

type DraftHandlers = Pick<
  Handlers,
  'draft.save' | 'draft.load' | 'draft.forget' | 'draft.check' | 'draft.split'
>;

/** Nobody pauses in typing more often than that, in one tab. */
const SAVE_RATE = { perSecond: 3, burst: 30 };
/** No faster do pauses follow each other for long, in all tabs of one site. */
const ADVICE_RATE = { perSecond: 1, burst: 30 };
/** Drafts of reply boxes kept in one browser; a page that invents threads must not fill the disk. */
const DRAFTS_MAX = 1_000;

/** More than this beside a reply box hides the post that is answered. */
const SHOWN_IN_PAGE = 2;

/** What was typed in sites' reply boxes, and what speaks against it. It stays in this browser. */
export function createDraftHandlers({ db }: Pick<Services, 'db'>): DraftHandlers {
  const rate = createRateLimit(SAVE_RATE);
  const adviceRate = createRateLimit(ADVICE_RATE);
  const checker = createDraftChecker(db);

  /** How the page counts that shows a thread; null where none does. */
  const ruleOf = async (threadId: string, tabId: number | null): Promise<CharacterRule | null> => {
    if (tabId === null) return null;
    try {
      const frameId = (await findFrameOf(tabId, threadId)) ?? (await findMainFrame(tabId));
      return await sendToPage(tabId, 'page.characterRule', null, frameId);
    } catch {
      // The tab shows something else by now; all but the length can be checked.
      return null;
    }
  };

  return {
    async 'draft.save'({ threadId, text }, sender) {
      needOwnThread(sender, threadId);
      if (!rate.take(sender.tabId ?? -1, now())) {
        throw new MessageError('too_many', 'This page saves drafts too often. Wait a moment.');
      }
      // Only what belongs to a mention: whatever else a person writes on a site is no business of ours.
      if (!(await db.threads.get(threadId))) return [];
      const isNew = (await loadBoxDraft(db, threadId)) === null;
      if (isNew && (await db.drafts.count()) >= DRAFTS_MAX) {
        throw new MessageError('too_many', 'Too many drafts are kept. Send or discard some.');
      }
      await saveBoxDraft(db, threadId, text);
      // Nothing is ever shown in a frame.
      if (sender.kind === 'frame' || !adviceRate.take(sender.origin ?? '', now())) return [];
      const rule = await ruleOf(threadId, sender.tabId);
      const advice = await checker.check(threadId, text, rule, sender);
      return advice.slice(0, SHOWN_IN_PAGE);
    },
    async 'draft.check'({ threadId, text }, sender) {
      return checker.check(threadId, text, null, sender);
    },
    async 'draft.split'({ threadId, tabId, text }) {
      const thread = (await db.threads.get(threadId))?.body;
      const rule = thread ? await ruleOf(threadId, tabId) : null;
      if (!thread || rule === null) return { parts: [], limit: null, isThreaded: false };
      const parts = splitIntoThread(text, rule);
      return {
        parts: parts.map((part) => ({ text: part, used: countCharacters(part, rule) })),
        limit: rule.limit,
        isThreaded: siteFacts[thread.post.site].isThreaded ?? false,
      };
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
