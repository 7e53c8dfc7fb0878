import { Button } from '#components/ui/Button.tsx';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { ThreadRow } from './ThreadRow.tsx';
import { threadWords as words } from './words.ts';

export interface ThreadListProps {
  views: ThreadView[];
  now: number;
  /** The one that is shown beside the list. */
  chosenId?: string | null;
  /** Words of the button that loads more; null when all is here. */
  more: string | null;
  onChoose: (threadId: string) => void;
  onMore: () => void;
}

/** Threads one under another; arrow keys come from the panel's J and K. */
export function ThreadList({
  views,
  now,
  chosenId = null,
  more,
  onChoose,
  onMore,
}: ThreadListProps) {
  return (
    <>
      <ul class="thread-list" aria-label={words.list}>
        {views.map((view) => (
          <li key={view.thread.id}>
            <ThreadRow
              view={view}
              now={now}
              isChosen={view.thread.id === chosenId}
              onChoose={() => onChoose(view.thread.id)}
            />
          </li>
        ))}
      </ul>
      {more === null ? null : (
        <div class="thread-more">
          <Button onPress={onMore}>{more}</Button>
        </div>
      )}
    </>
  );
}
