import { toPlace } from '#components/thread/place.ts';
import { toReplyName } from '#components/thread/status-words.ts';
import { toAge, toTimestamp } from '#components/ui/age.ts';
import { Ago } from '#components/ui/Ago.tsx';
import { WebLink } from '#components/ui/WebLink.tsx';
import type { Reply } from '#utils/model/thread.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { panelWords as words } from './words.ts';

export interface DoubledListProps {
  /** Newest first. */
  views: ThreadView[];
  now: number;
  onChoose: (threadId: string) => void;
}

/** Customers who were answered by more than one teammate: each answer, and what was known when it was sent. */
export function DoubledList({ views, now, onChoose }: DoubledListProps) {
  return (
    <ul class="doubled-list">
      {views.map((view) => {
        const { id, post, doubledAt } = view.thread;
        const noticed = doubledAt === undefined ? null : doubledAt - view.connection.clockOffset;
        return (
          <li class="doubled" key={id}>
            <p class="post-head">
              <bdi class="post-who">{post.author.name ?? post.author.handle}</bdi>
              <WebLink href={post.permalink}>{toPlace(post)}</WebLink>
              {noticed === null ? null : (
                <span class="hint" title={toTimestamp(noticed)}>
                  {words.doubledAt(toAge(now - noticed))}
                </span>
              )}
            </p>
            <button
              type="button"
              class="doubled-open"
              data-thread={id}
              title={words.openThread}
              onClick={() => onChoose(id)}
            >
              <span class="doubled-text" dir="auto">
                {post.title ?? post.text}
              </span>
            </button>
            <ul class="replies doubled-replies">
              {view.replies.map((reply) => (
                <li key={reply.id}>
                  <p class="post-head">
                    <bdi class="post-who">{toReplyName(view, reply)}</bdi>
                    <WebLink href={reply.permalink}>
                      <Ago at={reply.at} now={now} />
                    </WebLink>
                  </p>
                  <p class="hint">{toGuardWords(reply)}</p>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

/** What was known when a reply was sent: only inside this window can a double answer happen. */
export function toGuardWords({ source, guard, stale }: Reply): string {
  const turn = stale === true ? ` ${words.outOfTurn}` : '';
  if (source === 'seen') return words.seenOnly + turn;
  if (guard === undefined) return words.unguarded + turn;
  if (guard.found === 'noAnswer') return words.guarded.noAnswer + turn;
  return words.guarded[guard.found](toWindow(guard.windowMs)) + turn;
}

/** `1.2 s`; from a minute on as an age. */
function toWindow(ms: number): string {
  return ms < 60_000 ? `${(ms / 1_000).toFixed(1)} s` : toAge(ms);
}
