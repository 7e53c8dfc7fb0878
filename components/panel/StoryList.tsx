import { Trash } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { toPlace } from '#components/thread/place.ts';
import { storyWords as words } from '#components/thread/words.ts';
import { toAge, toTimestamp } from '#components/ui/age.ts';
import type { Attempt } from '#components/ui/attempt.ts';
import { Confirm } from '#components/ui/Confirm.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { WebLink } from '#components/ui/WebLink.tsx';
import type { StoryItem } from './panel-props.ts';

export interface StoryListProps {
  items: StoryItem[];
  now: number;
  onRemove: Attempt<[id: string]>;
}

/** The team's saved customer stories. */
export function StoryList({ items, now, onRemove }: StoryListProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const removal = useAttempt(onRemove);
  const remove = async (id: string) => {
    await removal.run(id);
    setAsked(null);
  };
  return (
    <>
      <ErrorNote text={removal.refused} />
      <ul class="stories">
        {items.map(({ story, savedByName }) => (
          <li class="story" key={story.id}>
            <p class="post-head">
              <bdi class="post-who">{story.post.author.name ?? story.post.author.handle}</bdi>
              <WebLink href={story.post.permalink}>{toPlace(story.post)}</WebLink>
              <span class="grow" />
              <IconButton icon={Trash} label={words.remove} onPress={() => setAsked(story.id)} />
            </p>
            <p class="story-text" dir="auto">
              {story.post.text}
            </p>
            {story.note === '' ? null : (
              <p class="story-note" dir="auto">
                {story.note}
              </p>
            )}
            <p class="row hint">
              {story.tags.map((tag) => (
                <span class="tag tag-plain" key={tag}>
                  <bdi class="tag-text">{tag}</bdi>
                </span>
              ))}
              <span title={toTimestamp(story.savedAt)}>
                {words.savedBy(savedByName, toAge(now - story.savedAt))}
              </span>
              <span>{words.permissions[story.permission]}</span>
            </p>
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <Confirm
          title={words.removeTitle}
          text={words.removeText}
          act={words.remove}
          isBusy={removal.isBusy}
          onConfirm={() => void remove(asked)}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  );
}
