import { Ago } from '#components/ui/Ago.tsx';
import { WebLink } from '#components/ui/WebLink.tsx';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { toReplyName } from './status-words.ts';
import { threadWords as words } from './words.ts';

/** The team's public answers, oldest first. */
export function ReplyList({ view, now }: { view: ThreadView; now: number }) {
  if (view.replies.length === 0) return null;
  return (
    <section>
      <h2>{words.replies}</h2>
      <ul class="replies">
        {view.replies.map((reply) => (
          <li key={reply.id}>
            <p class="post-head">
              <bdi class="post-who">{toReplyName(view, reply)}</bdi>
              <WebLink href={reply.permalink} title={words.openReply}>
                <Ago at={reply.at} now={now} />
              </WebLink>
            </p>
            <p class="post-text" dir="auto">
              {reply.text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
