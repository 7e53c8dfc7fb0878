import { useState } from 'preact/hooks';
import { Ago } from '#components/ui/Ago.tsx';
import { Button } from '#components/ui/Button.tsx';
import { WebLink } from '#components/ui/WebLink.tsx';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { Highlighted } from './Highlighted.tsx';
import { toPlace } from './place.ts';
import { threadWords as words } from './words.ts';

const LONG = 700;

/** The customer's post, with the words that matched marked. */
export function PostCard({ view, now }: { view: ThreadView; now: number }) {
  const { post, match, seenAt } = view.thread;
  const [isWhole, setWhole] = useState(false);
  const isCut = !isWhole && post.text.length > LONG;
  return (
    <article class="post">
      <p class="post-head">
        <bdi class="post-who">{post.author.name ?? post.author.handle}</bdi>
        <WebLink href={post.permalink} title={words.openPost}>
          {toPlace(post)} · <Ago at={post.time ?? seenAt} now={now} />
        </WebLink>
      </p>
      {post.title === undefined ? null : (
        <h2 dir="auto">
          <Highlighted text={post.title} words={match.matched} />
        </h2>
      )}
      <p class="post-text" dir="auto" lang={post.lang}>
        <Highlighted
          text={isCut ? `${post.text.slice(0, LONG)}…` : post.text}
          words={match.matched}
        />
      </p>
      {isCut ? (
        <Button tone="quiet" onPress={() => setWhole(true)}>
          {words.showAll}
        </Button>
      ) : null}
      {post.quoted ? (
        <blockquote class="post-quoted" dir="auto">
          <bdi class="post-who">{post.quoted.author}</bdi>
          <p>{post.quoted.text.slice(0, LONG)}</p>
        </blockquote>
      ) : null}
      {post.truncated === true ? <p class="hint">{words.truncated}</p> : null}
    </article>
  );
}
