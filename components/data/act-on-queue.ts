import type { QueueAct, QueueDone } from '#components/queue/queue-props.ts';
import { queueWords as words } from '#components/queue/words.ts';
import { send } from '#utils/messages/send.ts';
import type { Thread } from '#utils/model/thread.ts';
import { toWords } from './use-team-state.ts';

/** In one message, so that none takes long; as `QUEUE_PART_MAX` of its schema. */
const PART = 500;

/** Does something to threads; its way back puts each where it was, which may be another place for each. */
export async function actOnQueue(
  threads: readonly Thread[],
  act: QueueAct,
  { names }: { names: Readonly<Record<string, string>> },
): Promise<QueueDone> {
  const [doing, undoing] = toSteps(threads, act);
  try {
    await doing();
    return {
      done: toDone(threads.length, act, names),
      async undo() {
        try {
          await undoing();
          return null;
        } catch (error) {
          return toWords(error);
        }
      },
    };
  } catch (error) {
    return { refused: toWords(error) };
  }
}

type Step = () => Promise<void>;

function toSteps(threads: readonly Thread[], act: QueueAct): [doing: Step, undoing: Step] {
  switch (act.kind) {
    case 'assign':
      return routing(threads, 'assignee', act.memberId);
    case 'desk':
      return routing(threads, 'deskId', act.deskId);
    case 'priority':
      return routing(threads, 'priority', act.priority);
    case 'note':
      return routing(threads, 'note', act.note === '' ? null : act.note);
    case 'snooze': {
      const to = (until: (thread: Thread) => number | null) => () =>
        inParts(
          threads.map((thread) => ({ id: thread.id, until: until(thread) })),
          (changes) => send('queue.snooze', { changes }),
        );
      return [to(() => act.until), to(({ snooze }) => snooze?.until ?? null)];
    }
    case 'setAside': {
      const to = (outcome: 'setAside' | 'open', reason: string) => () =>
        inParts(
          threads.map(({ id }) => ({ id, outcome, reason })),
          (changes) => send('queue.close', { changes }),
        );
      return [to('setAside', act.reason), to('open', '')];
    }
  }
}

function routing<Key extends 'deskId' | 'priority' | 'assignee' | 'note'>(
  threads: readonly Thread[],
  key: Key,
  value: NonNullable<Thread['route']>[Key] | null,
): [doing: Step, undoing: Step] {
  const to = (read: (thread: Thread) => unknown) => () =>
    inParts(
      threads.map((thread) => ({ id: thread.id, [key]: read(thread) })),
      (changes) => send('queue.route', { changes }),
    );
  return [to(() => value), to(({ route }) => route?.[key] ?? null)];
}

async function inParts<T>(all: readonly T[], work: (part: T[]) => Promise<unknown>) {
  for (let from = 0; from < all.length; from += PART) await work(all.slice(from, from + PART));
}

function toDone(count: number, act: QueueAct, names: Readonly<Record<string, string>>): string {
  const { done } = words;
  switch (act.kind) {
    case 'assign':
      return act.memberId === null
        ? done.unassign(count)
        : done.assign(count, names[act.memberId] ?? words.former);
    case 'desk':
      return act.deskId === null
        ? done.noDesk(count)
        : done.desk(count, names[act.deskId] ?? words.desk);
    case 'priority':
      return done.priority(count, words.priorities[act.priority ?? 'normal']);
    case 'note':
      return done.note;
    case 'snooze':
      return act.until === null ? done.wake(count) : done.snooze(count);
    case 'setAside':
      return done.setAside(count);
  }
}
