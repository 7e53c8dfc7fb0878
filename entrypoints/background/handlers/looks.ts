import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import type { Services } from '../services.ts';

type LookHandlers = Pick<Handlers, 'look.ask' | 'look.answer' | 'look.end'>;

/** Second looks: drafts that teammates look at before they are used. Facts, so they wait while the server is away. */
export function createLookHandlers({ db, record }: Services): LookHandlers {
  const needLook = async (id: string) => {
    const look = (await db.threads.get(id))?.body.look;
    if (look) return;
    throw new MessageError('not_found', 'This draft is not before the team any more.');
  };
  return {
    async 'look.ask'({ threadId, text, note }) {
      if (!(await db.threads.get(threadId))) {
        throw new MessageError('not_found', 'This thread is not on record any more.');
      }
      const said = note.trim() === '' ? {} : { note: note.trim() };
      await record([{ kind: 'look.ask', args: { id: threadId, text, ...said } }]);
      return null;
    },
    async 'look.answer'({ threadId, verdict, text }) {
      await needLook(threadId);
      await record([{ kind: 'look.answer', args: { id: threadId, verdict, text: text.trim() } }]);
      return null;
    },
    async 'look.end'({ threadId }) {
      await needLook(threadId);
      await record([{ kind: 'look.end', args: { id: threadId } }]);
      return null;
    },
  };
}
