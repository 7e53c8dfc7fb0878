import { useId, useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { TagInput } from '#components/ui/TagInput.tsx';
import { useFocusReturn } from '#components/ui/use-focus-return.ts';
import { CAMPAIGN_MAX } from '#utils/model/story-limits.ts';
import { suggestTags } from './suggest-tags.ts';
import type { ThreadAids } from './thread-aids.ts';
import { storyWords as words } from './words.ts';

export interface StoryFormProps {
  /** What the post says, for which tags are suggested. */
  text: string;
  /** Tags and campaigns of the team's stories. */
  known: Pick<ThreadAids, 'tags' | 'campaigns'>;
  isBusy: boolean;
  onSave: (words: { note: string; tags: string[]; campaign: string }) => void;
  onCancel: () => void;
}

/** Saves a customer's story with a note, tags and a campaign; all may be empty. */
export function StoryForm({ text, known, isBusy, onSave, onCancel }: StoryFormProps) {
  const [note, setNote] = useState('');
  const [campaign, setCampaign] = useState('');
  const campaigns = useId();
  const [tags, setTags] = useState<string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  useFocusReturn(form);
  const suggested = suggestTags(known.tags, text, tags);
  return (
    <form
      ref={form}
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ note: note.trim(), tags, campaign: campaign.trim() });
      }}
    >
      <h2>{words.title}</h2>
      <Field
        label={words.note}
        hint={words.noteHint}
        rows={3}
        takesFocus
        value={note}
        maxLength={2_000}
        onValue={setNote}
      />
      <TagInput
        label={words.tags}
        hint={words.tagsHint}
        terms={tags}
        known={known.tags}
        maxTerms={20}
        clean={(tag) => tag.slice(0, 40)}
        onTerms={setTags}
      />
      {suggested.length === 0 ? null : (
        <div class="row">
          <span class="hint">{words.suggested}</span>
          {suggested.map((tag) => (
            <Button
              key={tag}
              tone="quiet"
              label={words.addTag(tag)}
              onPress={() => setTags([...tags, tag])}
            >
              {tag}
            </Button>
          ))}
        </div>
      )}
      <Field
        label={words.campaign}
        hint={words.campaignHint}
        value={campaign}
        maxLength={CAMPAIGN_MAX}
        list={campaigns}
        onValue={setCampaign}
      />
      <datalist id={campaigns}>
        {known.campaigns.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
      <div class="row row-end">
        <Button tone="quiet" onPress={onCancel}>
          {words.cancel}
        </Button>
        <Button tone="main" type="submit" isBusy={isBusy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
