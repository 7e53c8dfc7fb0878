import { CircleCheck, CircleHelp, CircleSlash, Clock3, TriangleAlert } from 'lucide-preact';
import { toPlace } from '#components/thread/place.ts';
import { toAge, toTimestamp } from '#components/ui/age.ts';
import type { Permission, Story } from '#utils/model/story.ts';
import { storiesWords as words } from './words.ts';

interface StoryRowProps {
  story: Story;
  now: number;
  isChosen: boolean;
  /** Chosen for what is done to many. */
  isMarked: boolean;
  onChoose: () => void;
  onMark: () => void;
}

const icons = {
  none: CircleHelp,
  asked: Clock3,
  granted: CircleCheck,
  declined: CircleSlash,
  withdrawn: CircleSlash,
} as const;

/** One story of the list. */
export function StoryRow({ story, now, isChosen, isMarked, onChoose, onMark }: StoryRowProps) {
  const { post, tags, savedAt } = story;
  const who = post.author.name ?? post.author.handle;
  return (
    <div class="story-row" data-chosen={isChosen}>
      <label class="story-mark">
        <input type="checkbox" aria-label={words.choose(who)} checked={isMarked} onClick={onMark} />
      </label>
      <button
        type="button"
        class="story-open"
        aria-current={isChosen}
        data-story={story.id}
        onClick={onChoose}
      >
        <span class="story-line">
          <bdi class="post-who">{who}</bdi>
          <span class="hint">{toPlace(post)}</span>
          <span class="grow" />
          <PermissionMark permission={story.permission} />
          <span class="hint" title={toTimestamp(savedAt)}>
            {toAge(now - savedAt)}
          </span>
        </span>
        <span class="story-words" dir="auto">
          {post.text === '' ? post.title : post.text}
        </span>
        <span class="story-line story-tags">
          {story.changed ? (
            <span class="tag tag-plain" data-changed="true">
              <TriangleAlert size={12} strokeWidth={1.75} /> {words.changed}
            </span>
          ) : null}
          {tags.slice(0, 4).map((tag) => (
            <span class="tag tag-plain" key={tag}>
              <bdi class="tag-text">{tag}</bdi>
            </span>
          ))}
          {tags.length > 4 ? <span class="hint">+{tags.length - 4}</span> : null}
        </span>
      </button>
    </div>
  );
}

/** Whether it may be told: an icon and a word. */
export function PermissionMark({ permission }: { permission: Permission }) {
  const Icon = icons[permission];
  return (
    <span class="permission" data-permission={permission}>
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" /> {words.permissions[permission]}
    </span>
  );
}
