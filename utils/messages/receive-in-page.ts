import { onMessage, ownId } from '#utils/platform/runtime.ts';
import type { MessageSender } from '#utils/platform/runtime.ts';
import { MessageError, toErrorAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import type { PageMessageName, PageRequestOf, PageResponseOf } from './page-messages.ts';

export type PageHandlers = {
  [N in PageMessageName]: (request: PageRequestOf<N>) => Promise<PageResponseOf<N>>;
};

/**
 * Connects a content script's handlers. Only our own background can reach them (the browser says who sends), so
 * its words are taken as they are. Returns how to disconnect.
 */
export function receiveInPage(handlers: PageHandlers): () => void {
  return onMessage(async (raw: unknown, sender: MessageSender): Promise<Answer> => {
    const { name, request } = (raw ?? {}) as { name?: unknown; request?: unknown };
    const isOwn = sender.id === ownId() && sender.tab === undefined;
    if (!isOwn || typeof name !== 'string' || !Object.hasOwn(handlers, name)) {
      return toErrorAnswer(new MessageError('unknown', 'Hearback does not know this message.'));
    }
    try {
      const handler = handlers[name as PageMessageName] as (asked: unknown) => Promise<unknown>;
      return { ok: true, value: (await handler(request)) ?? null };
    } catch (error) {
      return toErrorAnswer(error);
    }
  });
}
