import { Ago } from '#components/ui/Ago.tsx';
import { toAge } from '#components/ui/age.ts';
import { toThreadStatus } from '#utils/model/thread-status.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { toClaimHistory } from './claim-history.ts';
import { toLookNews } from './look-status.ts';
import { toPlace } from './place.ts';
import { StateBadge } from './StateBadge.tsx';
import { toStatusWords } from './status-words.ts';
import { TriageMarks } from './TriageMarks.tsx';
import { threadWords as words } from './words.ts';

export interface ThreadRowProps {
  view: ThreadView;
  now: number;
  /** It is shown beside the list. */
  isChosen?: boolean;
  onChoose: () => void;
}

const FIRST_WORDS_MAX = 200;

const toLine = (line: string, name: string) => line.replace('{name}', () => name);

/** One thread in a list: who, where, how old, its state, its first words, who is at it. */
export function ThreadRow({ view, now, isChosen = false, onChoose }: ThreadRowProps) {
  const { post, seenAt, id } = view.thread;
  const status = toThreadStatus(view, now);
  const history = toClaimHistory(view, now);
  const look = toLookNews(view);
  // The badge says the highest level; hints that it hides get a line of their own.
  const hints = status.level === 'presence' ? [] : view.presence;
  return (
    <button
      type="button"
      class="thread-row"
      data-thread={id}
      aria-current={isChosen}
      onClick={onChoose}
    >
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
      <TriageMarks view={view} />
      {history === null ? null : (
        <span class="thread-row-hint" data-kind="history" dir="auto">
          {toLine(history.line, history.name)}
          {history.note === '' ? null : ` · ${history.note}`}
        </span>
      )}
      {look === null ? null : (
        <span class="thread-row-hint" data-kind="look" dir="auto">
          {toLine(look.line, look.name)}
        </span>
      )}
      {hints.slice(0, 2).map((hint) => (
        <span class="thread-row-hint" data-kind={hint.kind} key={hint.memberId}>
          {toLine(words[hint.kind], view.names[hint.memberId] ?? words.someone)} ·{' '}
          {toAge(now + view.connection.clockOffset - hint.since)}
        </span>
      ))}
    </button>
  );
}
