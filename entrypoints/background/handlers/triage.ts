import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import type { Services } from '../services.ts';

type TriageHandlers = Pick<
  Handlers,
  'triage.load' | 'triage.correct' | 'triage.status' | 'triage.reset'
>;

/** What mentions are, and what people say of it. */
export function createTriageHandlers(services: Services): TriageHandlers {
  const { db, engine, triage: desk } = services;
  return {
    'triage.load': ({ threadIds }) => desk.judge(threadIds),

    async 'triage.correct'({ threadId, ...change }) {
      if (!(await db.threads.get(threadId))) {
        throw new MessageError('not_found', 'This thread is not on record any more.');
      }
      await services.record([{ kind: 'thread.label', args: { id: threadId, ...change } }]);
      const [view] = await services.views([threadId]);
      return { view: view ?? null, refused: null };
    },

    async 'triage.status'() {
      return { learnedFrom: await desk.learnedFrom() };
    },

    async 'triage.reset'() {
      const { now } = await engine.context();
      await desk.forget(now);
      return null;
    },
  };
}
