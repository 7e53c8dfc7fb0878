import { Ago } from '#components/ui/Ago.tsx';
import { toThreadStatus } from '#utils/model/thread-status.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { toPlace } from './place.ts';
import { StateBadge } from './StateBadge.tsx';
import { toStatusWords } from './status-words.ts';
import { threadWords as words } from './words.ts';

export interface ThreadRowProps {
  view: ThreadView;
  now: number;
  onChoose: () => void;
}

const FIRST_WORDS_MAX = 200;

/** One thread in a list: who, where, how old, its state, its first words, who is at it. */
export function ThreadRow({ view, now, onChoose }: ThreadRowProps) {
  const { post, seenAt, id } = view.thread;
  const status = toThreadStatus(view, now);
  // The badge says the highest level; hints that it hides get a line of their own.
  const hints = status.level === 'presence' ? [] : view.presence;
  return (
    <button type="button" class="thread-row" data-thread={id} onClick={onChoose}>
      <span class="thread-row-head">
        <bdi class="thread-row-who">{post.author.handle}</bdi>
        <span class="thread-row-where">{toPlace(post)}</span>
        <span class="thread-row-age">
          <Ago at={post.time ?? seenAt} now={now} />
        </span>
        <StateBadge status={status} words={toStatusWords(view, status, now)} />
      </span>
      <span class="thread-row-text" dir="auto">
        {(post.title ?? post.text).slice(0, FIRST_WORDS_MAX)}
      </span>
      {hints.slice(0, 2).map((hint) => (
        <span class="thread-row-hint" key={hint.memberId}>
          {words[hint.kind].replace('{name}', () => view.names[hint.memberId] ?? words.someone)}
        </span>
      ))}
    </button>
  );
}
