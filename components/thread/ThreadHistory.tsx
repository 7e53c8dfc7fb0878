import { Ago } from '#components/ui/Ago.tsx';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { toThreadEvents } from './thread-story.ts';
import { historyWords as words } from './words.ts';

/** The whole story of a thread in one list: who saw it, sent it on, took it, answered, and what the customer said. */
export function ThreadHistory({ view, now }: { view: ThreadView; now: number }) {
  const events = toThreadEvents(view);
  return (
    <details class="thread-history">
      <summary class="hint">{words.title(events.length)}</summary>
      <ol>
        {events.map(({ at, text }, nth) => (
          <li key={`${at} ${nth}`}>
            <span class="grow" dir="auto">
              {text}
            </span>
            <Ago at={at} now={now} />
          </li>
        ))}
      </ol>
    </details>
  );
}
