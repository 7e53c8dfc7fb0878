import { useRef, useState } from 'preact/hooks';
import type { Attempt } from '#components/ui/attempt.ts';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TagInput } from '#components/ui/TagInput.tsx';
import { useEscape } from '#components/ui/use-escape.ts';
import { useFaultFocus } from '#components/ui/use-fault-focus.ts';
import { useFocusReturn } from '#components/ui/use-focus-return.ts';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { toLanguages } from './languages.ts';
import type { LibraryEdit } from './library-props.ts';
import { useKept } from '#components/ui/use-kept.ts';
import { libraryWords as words } from './library-words.ts';
import { optionsWords } from './words.ts';

const FOUND = '';
/** What is typed, under this name, while other sections are looked at. */
export const TYPED = 'snippet';

export interface SnippetFormProps {
  entry: LibraryEdit;
  /** The team's own tags, the most used first. */
  tags: readonly string[];
  onSave: Attempt<[entry: LibraryEdit]>;
  onClose: () => void;
}

/** Edits one answer of the library. */
export function SnippetForm({ entry, tags, onSave, onClose }: SnippetFormProps) {
  const [typed, keep] = useKept<LibraryEdit>(TYPED);
  const touched = typed?.id === entry.id ? typed : null;
  const edited = touched ?? entry;
  // How often somebody tried to save it without a text.
  const [failedTries, setFailedTries] = useState(0);
  const saving = useAttempt(onSave);
  const [isLangSaid, setLangSaid] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  useFocusReturn(box);
  useFaultFocus(box, failedTries);
  // What was written is not lost by a key.
  useEscape(box, () => touched === null && close());
  const change = (part: Partial<LibraryEdit>) => keep({ ...edited, ...part });
  const close = () => {
    keep(null);
    onClose();
  };
  const save = async () => {
    const text = edited.text.trim();
    if (text === '') setFailedTries(failedTries + 1);
    else if (await saving.run({ ...edited, text })) close();
  };
  return (
    <form
      ref={box}
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={words.title}
        value={edited.title ?? ''}
        // Whoever comes back to what they typed is on their way through the tabs.
        takesFocus={touched === null}
        maxLength={120}
        onValue={(title) => change({ title })}
      />
      <Field
        label={words.text}
        hint={words.textHint}
        error={failedTries > 0 && edited.text.trim() === '' ? words.needsText : null}
        rows={5}
        value={edited.text}
        maxLength={10_000}
        // Other words may be in another language, unless somebody has just said in which.
        onValue={(text) => change({ text, ...(isLangSaid ? {} : { lang: undefined }) })}
      />
      <Field
        label={words.question}
        hint={words.questionHint}
        rows={3}
        value={edited.question ?? ''}
        maxLength={10_000}
        onValue={(question) => change({ question })}
      />
      <TagInput
        label={words.tags}
        known={tags}
        terms={edited.tags}
        maxTerms={20}
        clean={(tag) => tag.slice(0, 40)}
        onTerms={(tags) => change({ tags })}
      />
      <Select
        label={words.language}
        value={edited.lang ?? FOUND}
        options={[{ value: FOUND, label: words.languageFound }, ...toLanguages(entry.lang)]}
        onValue={(lang) => {
          setLangSaid(lang !== FOUND);
          change({ lang: lang === FOUND ? undefined : lang });
        }}
      />
      <ErrorNote text={saving.refused} />
      <div class="row row-end">
        <Button tone="quiet" onPress={close}>
          {optionsWords.cancel}
        </Button>
        <Button tone="main" type="submit" isBusy={saving.isBusy}>
          {optionsWords.save}
        </Button>
      </div>
    </form>
  );
}
