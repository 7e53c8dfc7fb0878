import { ChevronDown } from 'lucide-preact';
import type { RefObject } from 'preact';
import { setAsideReasons } from '#components/thread/state-words.ts';
import { Menu } from '#components/ui/Menu.tsx';
import { Select } from '#components/ui/Select.tsx';
import { toClock } from '#components/ui/age.ts';
import type { QueueItem } from '#utils/queue/queue-list.ts';
import type { QueueAct, QueueProps } from './queue-props.ts';
import { snoozeIds, toSnoozeTime } from './snooze-times.ts';
import { queueWords as words } from './words.ts';

interface QueueActsProps extends Pick<QueueProps, 'now' | 'desks' | 'teammates' | 'myId'> {
  /** What is acted upon; one or several. */
  items: readonly QueueItem[];
  isBusy: boolean;
  /** Also offers to set aside, which a single thread has below. */
  canSetAside: boolean;
  root: RefObject<HTMLDivElement | null>;
  onAct: (act: QueueAct) => void;
}

/** Stands for several values in a choice of one. */
const MIXED = '\n';
const NONE = '';

/** Who should take threads up, how soon, and until when they are put off. */
export function QueueActs(props: QueueActsProps) {
  const { items, now, desks, teammates, myId, isBusy, canSetAside, root, onAct } = props;
  const routes = items.map(({ thread }) => thread.route);
  const desk = toOne(items.map(({ deskId }) => deskId));
  const assignee = toOne(routes.map((route) => route?.assignee ?? NONE));
  const priority = toOne(routes.map((route) => route?.priority ?? 'normal'));
  const isPutOff = items.some(({ state }) => state === 'snoozed');
  return (
    <div ref={root} class="queue-acts" role="group" aria-label={words.acts}>
      {teammates.length === 0 ? null : (
        <Select
          label={words.assign}
          value={assignee}
          isBusy={isBusy}
          options={withMixed(assignee, [
            { value: NONE, label: words.assignNobody },
            ...teammates.map(({ id, name }) => ({
              value: id,
              label: id === myId ? words.me(name) : name,
            })),
          ])}
          onValue={(id) =>
            id !== MIXED && onAct({ kind: 'assign', memberId: id === NONE ? null : id })
          }
        />
      )}
      {desks.length === 0 ? null : (
        <Select
          label={words.desk}
          value={desk}
          isBusy={isBusy}
          options={withMixed(desk, [
            { value: NONE, label: words.deskNone },
            ...desks.map(({ id, name }) => ({ value: id, label: name })),
          ])}
          onValue={(id) => id !== MIXED && onAct({ kind: 'desk', deskId: id === NONE ? null : id })}
        />
      )}
      <Select
        label={words.priority}
        value={priority}
        isBusy={isBusy}
        options={withMixed(
          priority,
          (['high', 'normal', 'low'] as const).map((value) => ({
            value,
            label: words.priorities[value],
          })),
        )}
        onValue={(value) => {
          if (value === 'high' || value === 'low') onAct({ kind: 'priority', priority: value });
          else if (value === 'normal') onAct({ kind: 'priority', priority: null });
        }}
      />
      <Menu
        label={words.snooze}
        face={
          <>
            {words.snooze} <ChevronDown size={14} strokeWidth={1.75} />
          </>
        }
        items={[
          ...snoozeIds.map((id) => ({ id, label: words.snoozes[id] })),
          ...(isPutOff ? [{ id: 'wake' as const, label: words.wake }] : []),
        ]}
        onPick={(id) =>
          onAct({ kind: 'snooze', until: id === 'wake' ? null : toSnoozeTime(id, now) })
        }
      />
      {canSetAside ? (
        <Menu
          label={words.setAside}
          face={
            <>
              {words.setAside} <ChevronDown size={14} strokeWidth={1.75} />
            </>
          }
          items={setAsideReasons.map((reason) => ({ id: reason, label: reason }))}
          onPick={(reason) => onAct({ kind: 'setAside', reason })}
        />
      ) : null}
    </div>
  );
}

/** Says that a thread is put off, and until when. */
export function SnoozeNote({ item, now }: { item: QueueItem; now: number }) {
  const { snooze } = item.thread;
  if (item.state !== 'snoozed' || !snooze) return null;
  return <p class="hint queue-note">{words.snoozedUntil(toClock(snooze.until, now))}</p>;
}

function toOne(values: readonly string[]): string {
  const all = new Set(values);
  const [first] = all;
  return all.size === 1 && first !== undefined ? first : MIXED;
}

function withMixed(value: string, options: { value: string; label: string }[]) {
  if (options.some((option) => option.value === value)) return options;
  return [{ value, label: value === MIXED ? words.mixed : words.former }, ...options];
}
