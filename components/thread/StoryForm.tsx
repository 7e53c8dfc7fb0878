import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { TagInput } from '#components/ui/TagInput.tsx';
import { useFocusReturn } from '#components/ui/use-focus-return.ts';
import { storyWords as words } from './words.ts';

export interface StoryFormProps {
  isBusy: boolean;
  onSave: (note: string, tags: string[]) => void;
  onCancel: () => void;
}

/** Saves a customer's story with a note and tags; both may be empty. */
export function StoryForm({ isBusy, onSave, onCancel }: StoryFormProps) {
  const [note, setNote] = useState('');
  const [tags, setTags] = useState<string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  useFocusReturn(form);
  return (
    <form
      ref={form}
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(note.trim(), tags);
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
        maxTerms={20}
        clean={(tag) => tag.slice(0, 40)}
        onTerms={setTags}
      />
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
