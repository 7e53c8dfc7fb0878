import type { Handlers } from '#utils/messages/receive.ts';
import type { Services } from '../services.ts';

type BoardHandlers = Pick<
  Handlers,
  'queue.route' | 'queue.snooze' | 'queue.close' | 'view.save' | 'view.remove'
>;

/** Acts on many threads of the queue at once, and the views of it that the team keeps. */
export function createBoardHandlers({ record }: Pick<Services, 'record'>): BoardHandlers {
  return {
    async 'queue.route'({ changes }) {
      await record(changes.map((args) => ({ kind: 'thread.route' as const, args })));
      return null;
    },
    async 'queue.snooze'({ changes }) {
      await record(changes.map((args) => ({ kind: 'thread.snooze' as const, args })));
      return null;
    },
    async 'queue.close'({ changes }) {
      await record(changes.map((args) => ({ kind: 'thread.setOutcome' as const, args })));
      return null;
    },
    async 'view.save'(view) {
      await record([{ kind: 'view.save', args: view }]);
      return null;
    },
    async 'view.remove'({ id }) {
      await record([{ kind: 'view.remove', args: { id } }]);
      return null;
    },
  };
}
