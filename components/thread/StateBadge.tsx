import type { ThreadStatus } from '#utils/model/thread-status.ts';
import { NamedLine } from './NamedLine.tsx';
import { StateIcon } from './StateIcon.tsx';
import type { StatusWords } from './status-words.ts';

export interface StateBadgeProps {
  status: ThreadStatus;
  words: StatusWords;
}

/** A thread's state in one colored line, with the longer words on hover. */
export function StateBadge({ status, words }: StateBadgeProps) {
  const line = status.state === 'open' && !words.isOld ? words.spoken : words.line;
  return (
    <span class="badge" data-state={status.state} data-old={words.isOld} title={words.full}>
      <StateIcon state={status.state} />
      <NamedLine line={line} name={words.name} />
    </span>
  );
}
