import { Ago } from '#components/ui/Ago.tsx';
import { Button } from '#components/ui/Button.tsx';
import { WebLink } from '#components/ui/WebLink.tsx';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { toReplyName } from './status-words.ts';
import { threadWords as words } from './words.ts';

export interface ReplyListProps {
  view: ThreadView;
  now: number;
  /** Those of the replies that are in the library; null while unknown. */
  inLibrary: ReadonlySet<string> | null;
  isBusy: boolean;
  onAdd: (replyId: string) => void;
}

/** The team's public answers, oldest first, each of which may join the library. */
export function ReplyList({ view, now, inLibrary, isBusy, onAdd }: ReplyListProps) {
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
            {inLibrary === null || reply.text.trim() === '' ? null : (
              <p class="reply-library">
                {inLibrary.has(reply.id) ? (
                  <span class="hint">{words.inLibrary}</span>
                ) : (
                  <Button tone="quiet" isBusy={isBusy} onPress={() => onAdd(reply.id)}>
                    {words.addToLibrary}
                  </Button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
