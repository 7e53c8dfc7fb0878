import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TagInput } from '#components/ui/TagInput.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { TAG_MAX } from '#utils/model/story-limits.ts';
import type { StoriesProps } from './stories-props.ts';
import { storiesWords as words } from './words.ts';

interface StoryBulkProps extends StoriesProps {
  /** Those chosen, all of them in the list. */
  ids: readonly string[];
  listed: number;
  onAll: () => void;
  onNone: () => void;
}

/** What can be done to many stories at once. */
export function StoryBulk({ ids, listed, facets, collections, ...props }: StoryBulkProps) {
  const editing = useAttempt(props.onEdit);
  const removing = useAttempt(props.onRemove);
  const [isAsked, setAsked] = useState(false);
  const remove = async () => {
    if (await removing.run(ids)) props.onNone();
    setAsked(false);
  };
  return (
    <div class="story-bulk stack-small" role="group" aria-label={words.chosen(ids.length)}>
      <p class="row">
        <span class="grow" role="status">
          {words.chosen(ids.length)}
        </span>
        {ids.length < listed ? (
          <Button tone="quiet" onPress={props.onAll}>
            {words.chooseAll(listed)}
          </Button>
        ) : null}
        <Button tone="quiet" onPress={props.onNone}>
          {words.chooseNone}
        </Button>
        <Button tone="quiet" onPress={() => setAsked(true)}>
          {words.remove}
        </Button>
      </p>
      <div class="story-bulk-fields">
        <TagInput
          label={words.addTags}
          terms={[]}
          known={facets.tags.map(({ name }) => name)}
          clean={(tag) => tag.slice(0, TAG_MAX)}
          onTerms={(tags) => void editing.run(ids, { addTags: tags })}
        />
        {facets.tags.length === 0 ? null : (
          <Select
            label={words.removeTag}
            value=""
            isBusy={editing.isBusy}
            options={[
              { value: '', label: words.pick },
              ...facets.tags.map(({ name }) => ({ value: name, label: name })),
            ]}
            onValue={(tag) => void (tag && editing.run(ids, { removeTags: [tag] }))}
          />
        )}
        {collections.length === 0 ? null : (
          <Select
            label={words.putInto}
            value=""
            isBusy={editing.isBusy}
            options={[
              { value: '', label: words.pick },
              ...collections.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onValue={(id) => void (id && editing.run(ids, { putInto: [id] }))}
          />
        )}
      </div>
      <ErrorNote text={editing.refused ?? removing.refused} />
      {isAsked ? (
        <Confirm
          title={words.removeTitle(ids.length)}
          text={words.removeText}
          act={words.remove}
          isBusy={removing.isBusy}
          onConfirm={() => void remove()}
          onCancel={() => setAsked(false)}
        />
      ) : null}
    </div>
  );
}
