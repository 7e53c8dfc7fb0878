import { useRef, useState } from 'preact/hooks';
import type { Attempt } from '#components/ui/attempt.ts';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Select } from '#components/ui/Select.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import { TagInput } from '#components/ui/TagInput.tsx';
import { useFaultFocus } from '#components/ui/use-fault-focus.ts';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { GuideChange } from '#utils/model/guide.ts';
import { AvoidList } from './AvoidList.tsx';
import { PHRASE_MAX, toChange, toFaults, USE_MAX, type GuideEdit } from './guide-edit.ts';
import { guideWords as words } from './guide-words.ts';
import { optionsWords } from './words.ts';

export interface GuideFormProps {
  edit: GuideEdit;
  onEdit: (edit: GuideEdit) => void;
  onSave: Attempt<[guide: GuideChange]>;
  onSaved: () => void;
}

/** Edits the reply guide. Faults are said beside what has them, from the first try to save on. */
export function GuideForm({ edit, onEdit, onSave, onSaved }: GuideFormProps) {
  const [failedTries, setFailedTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useFaultFocus(form, failedTries);
  const [isSaved, setSaved] = useState(false);
  const saving = useAttempt(onSave);
  const faults = failedTries > 0 ? toFaults(edit) : null;
  const change = (part: Partial<GuideEdit>) => {
    setSaved(false);
    saving.forget();
    onEdit({ ...edit, ...part });
  };
  const save = async () => {
    const isSound = toFaults(edit) === null;
    setFailedTries(isSound ? 0 : failedTries + 1);
    if (!isSound || saving.isBusy || !(await saving.run(toChange(edit)))) return;
    setSaved(true);
    onSaved();
  };
  return (
    <form
      ref={form}
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Select
        label={words.formality}
        value={edit.formality}
        options={toOptions(words.choices.formality)}
        onValue={(formality) => change({ formality })}
      />
      <Select
        label={words.greeting}
        value={edit.greeting}
        options={toOptions(words.choices.greeting)}
        onValue={(greeting) => change({ greeting })}
      />
      <Select
        label={words.emoji}
        value={edit.emoji}
        options={toOptions(words.choices.emoji)}
        onValue={(emoji) => change({ emoji })}
      />
      <Field
        label={words.signature}
        hint={words.signatureHint}
        error={faults?.signature ?? null}
        value={edit.signature}
        maxLength={200}
        onValue={(signature) => change({ signature })}
      />
      <TagInput
        label={words.use}
        hint={words.spellHint}
        terms={edit.use}
        maxTerms={USE_MAX}
        clean={(term) => term.slice(0, PHRASE_MAX)}
        onTerms={(use) => change({ use })}
      />
      <AvoidList
        lines={edit.avoid}
        faults={faults?.avoid ?? []}
        onLines={(avoid) => change({ avoid })}
      />
      <Select
        label={words.approval}
        value={edit.approval}
        options={toOptions(words.choices.approval)}
        onValue={(approval) => change({ approval })}
      />
      <div class="row guide-switch">
        <span class="grow">{words.secondLook}</span>
        <Switch
          label={words.secondLook}
          isOn={edit.secondLook}
          onSwitch={(secondLook) => change({ secondLook })}
        />
      </div>
      <ErrorNote text={saving.refused} />
      <div class="row">
        <Button type="submit" tone="main" isBusy={saving.isBusy}>
          {optionsWords.save}
        </Button>
        <output>{isSaved ? optionsWords.saved : ''}</output>
      </div>
    </form>
  );
}

function toOptions<Value extends string>(labels: Record<Value, string>) {
  return Object.entries<string>(labels).map(([value, label]) => ({ value: value as Value, label }));
}
