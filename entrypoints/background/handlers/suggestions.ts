import type { Handlers } from '#utils/messages/receive.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { noteShown } from '#utils/db/suggestion-days.ts';
import { now as localNow } from '#utils/platform/clock.ts';
import { toHashNumber } from '#utils/text/hash.ts';
import { toDayKey } from '#utils/text/day-key.ts';
import { loadDismissed } from '#utils/db/uses.ts';
import { detectLanguage } from '#utils/platform/language.ts';
import { countCharacters } from '#utils/replies/count-characters.ts';
import type { Services } from '../services.ts';
import { toPersonal } from '../personal-texts.ts';
import { findFrameOf, findMainFrame } from '../tab-pages.ts';

type SuggestionHandlers = Pick<Handlers, 'suggestion.list' | 'reply.count'>;

/** Suggestions from the library, and how a draft counts. */
export function createSuggestionHandlers(services: Services): SuggestionHandlers {
  const { db, engine, suggestions } = services;
  return {
    async 'suggestion.list'({ threadId }) {
      const [view] = await services.views([threadId]);
      if (!view) return [];
      const { now } = await engine.context();
      const { post, match, label } = view.thread;
      const lang = label?.lang ?? (await detectLanguage(post.text));
      const found = await suggestions.suggest(post, {
        brandName: view.brandName,
        brandId: match.brandId,
        memberId: view.me?.id,
        lang,
        intent: label?.intent,
        memberName: (view.me && view.names[view.me.id]) ?? '',
        now,
        names: view.names,
      });
      // What was answered here is in the library by now; nobody wants to say it here again.
      const unwanted = new Set(await loadDismissed(db, threadId));
      for (const { id } of view.replies) unwanted.add(id);
      const fresh = found.filter(({ entryId }) => !unwanted.has(entryId));
      if (fresh.length > 0) await noteShown(db, toHashNumber(threadId), toDayKey(localNow()));
      return toPersonal(db, view, fresh);
    },

    async 'reply.count'({ tabId, text, threadId }) {
      const frameOfThread = threadId === undefined ? null : await findFrameOf(tabId, threadId);
      const frameId = frameOfThread ?? (await findMainFrame(tabId));
      const rule = await sendToPage(tabId, 'page.characterRule', null, frameId);
      return { used: countCharacters(text, rule), limit: rule.limit };
    },
  };
}
