import { Ago } from '#components/ui/Ago.tsx';
import { WebLink } from '#components/ui/WebLink.tsx';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { threadWords as words } from './words.ts';

export interface FollowUpListProps {
  view: ThreadView;
  now: number;
}

/** What the customer wrote after the team had answered, oldest first. */
export function FollowUpList({ view, now }: FollowUpListProps) {
  const { post, followUps = [] } = view.thread;
  if (followUps.length === 0) return null;
  return (
    <section>
      <h2>{words.followUps}</h2>
      <ul class="replies">
        {followUps.map((followUp) => (
          <li key={followUp.id}>
            <p class="post-head">
              <bdi class="post-who">{post.author.name ?? post.author.handle}</bdi>
              <WebLink href={followUp.permalink} title={words.openReply}>
                <Ago at={followUp.at} now={now} />
              </WebLink>
            </p>
            <p class="post-text" dir="auto">
              {followUp.text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
