import { ArrowLeft, ExternalLink } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { toPlace } from '#components/thread/place.ts';
import { toAge, toTimestamp } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { TagInput } from '#components/ui/TagInput.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { WebLink } from '#components/ui/WebLink.tsx';
import { CAMPAIGN_MAX, NOTE_MAX, TAG_MAX, TAGS_MAX } from '#utils/model/story-limits.ts';
import type { Story } from '#utils/model/story.ts';
import { ConsentPart } from './ConsentPart.tsx';
import { QuoteMenu } from './QuoteMenu.tsx';
import type { StoriesProps } from './stories-props.ts';
import { storiesWords as words } from './words.ts';

interface StoryDetailProps extends StoriesProps {
  story: Story;
}

/** All of a story: its post and picture, what came after, what the team wrote of it, and whether it may be told. */
export function StoryDetail(props: StoryDetailProps) {
  const { story, now, picture, names } = props;
  const { post, arc = [], changed } = story;
  const who = post.author.name ?? post.author.handle;
  const nameOf = (id: string) => (id === '' ? words.me : (names[id] ?? words.somebody));
  return (
    <article class="story-detail stack">
      <div class="story-back">
        <Button tone="quiet" onPress={() => props.onChoose(null)}>
          <ArrowLeft size={16} strokeWidth={1.75} /> {words.back}
        </Button>
      </div>
      <header class="stack-small">
        <p class="post-head">
          <bdi class="post-who">{who}</bdi>
          <span class="hint">@{post.author.handle.replace(/^@/, '')}</span>
          <span class="hint">{toPlace(post)}</span>
          <span class="grow" />
          {post.permalink === null ? null : (
            <WebLink href={post.permalink}>
              <ExternalLink size={14} strokeWidth={1.75} /> {words.openPost}
            </WebLink>
          )}
        </p>
        {changed ? (
          <p class="story-changed" role="note">
            {changed.kind === 'deleted'
              ? words.deleted(nameOf(changed.by), toAge(now - changed.at))
              : words.edited(nameOf(changed.by), toAge(now - changed.at))}
          </p>
        ) : null}
        <blockquote class="story-quote" dir="auto">
          {post.title ? <strong>{post.title}</strong> : null}
          {post.text}
        </blockquote>
        {changed?.text === undefined ? null : (
          <>
            <p class="hint">{words.editedNow}</p>
            <blockquote class="story-quote" dir="auto" data-changed="true">
              {changed.text}
            </blockquote>
          </>
        )}
        {picture === null ? (
          story.picture && <p class="hint">{words.picturePending}</p>
        ) : (
          <img class="story-picture" src={picture} alt={words.pictureOf(who)} />
        )}
        <QuoteMenu story={story} onQuote={props.onQuote} />
        <p class="hint" title={toTimestamp(story.savedAt)}>
          {words.savedBy(nameOf(story.savedBy), toAge(now - story.savedAt))}
        </p>
      </header>
      {arc.length === 0 ? null : (
        <section class="stack-small">
          <h2>{words.arc}</h2>
          <ol class="story-arc">
            {arc.map((part) => (
              <li key={part.id} data-from={part.from}>
                <p class="post-head">
                  <bdi class="post-who">{part.handle}</bdi>
                  {part.from === 'team' ? <span class="hint">{words.team}</span> : null}
                  <span class="grow" />
                  <span class="hint" title={toTimestamp(part.at)}>
                    {toAge(now - part.at)}
                  </span>
                </p>
                <p dir="auto">{part.text}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
      <ConsentPart {...props} nameOf={nameOf} />
      <StoryWords {...props} />
    </article>
  );
}

/** Note, tags and campaign. What is typed stays until it is saved, whatever comes from the team meanwhile. */
function StoryWords({ story, facets, onEdit }: StoryDetailProps) {
  const [note, setNote] = useState(story.note);
  const [campaign, setCampaign] = useState(story.campaign ?? '');
  const editing = useAttempt(onEdit);
  const [isSaved, setSaved] = useState(false);
  const isChanged = note !== story.note || campaign.trim() !== (story.campaign ?? '');
  const setTags = (tags: string[]) => {
    const gone = story.tags.filter((tag) => !tags.includes(tag));
    const added = tags.filter((tag) => !story.tags.includes(tag));
    void editing.run([story.id], { addTags: added, removeTags: gone });
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void editing
          .run([story.id], { note: note.trim(), campaign: campaign.trim() })
          .then(setSaved);
      }}
    >
      <TagInput
        label={words.tags}
        terms={story.tags}
        known={facets.tags.map(({ name }) => name)}
        maxTerms={TAGS_MAX}
        clean={(tag) => tag.slice(0, TAG_MAX)}
        onTerms={setTags}
      />
      <Field
        label={words.campaign}
        value={campaign}
        maxLength={CAMPAIGN_MAX}
        onValue={(text) => {
          setCampaign(text);
          setSaved(false);
        }}
      />
      <Field
        label={words.note}
        rows={3}
        value={note}
        maxLength={NOTE_MAX}
        onValue={(text) => {
          setNote(text);
          setSaved(false);
        }}
      />
      <ErrorNote text={editing.refused} />
      <div class="row">
        <Button tone={isChanged ? 'main' : 'plain'} type="submit" isBusy={editing.isBusy}>
          {words.save}
        </Button>
        <span class="hint" role="status">
          {isSaved && !isChanged ? words.saved : ''}
        </span>
      </div>
    </form>
  );
}
