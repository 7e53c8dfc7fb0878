import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { useFaultFocus } from '#components/ui/use-fault-focus.ts';
import type { Partner } from '#utils/model/partner.ts';
import type { PartnersSectionProps } from './PartnersSection.tsx';
import { partnerWords as words } from './routing-words.ts';

interface PartnerFormProps extends Pick<PartnersSectionProps, 'onSave'> {
  edit: Partner;
  onEdit: (edit: Partner) => void;
  onClose: () => void;
}

/** One partner: who, with what they help, and how customers reach them. */
export function PartnerForm({ edit, onEdit, onSave, onClose }: PartnerFormProps) {
  const saving = useAttempt(onSave);
  const [failedTries, setFailedTries] = useState(0);
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useFaultFocus(form, failedTries);
  const set = (change: Partial<Partner>) => {
    setTried(false);
    onEdit({ ...edit, ...change });
  };
  const save = async () => {
    const name = edit.name.trim();
    const contact = edit.contact.trim();
    if (name === '' || contact === '') {
      setTried(true);
      setFailedTries(failedTries + 1);
      return;
    }
    if (await saving.run({ ...edit, name, contact, helpsWith: edit.helpsWith.trim() })) onClose();
  };
  const needs = (value: string, fault: string) => (isTried && value.trim() === '' ? fault : null);
  return (
    <form
      ref={form}
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={words.name}
        value={edit.name}
        maxLength={80}
        takesFocus
        error={needs(edit.name, words.noName)}
        onValue={(name) => set({ name })}
      />
      <Field
        label={words.helpsWith}
        hint={words.helpsWithHint}
        value={edit.helpsWith}
        maxLength={300}
        onValue={(helpsWith) => set({ helpsWith })}
      />
      <Field
        label={words.contact}
        hint={words.contactHint}
        value={edit.contact}
        maxLength={300}
        error={needs(edit.contact, words.noContact)}
        onValue={(contact) => set({ contact })}
      />
      <Field
        label={words.note}
        value={edit.note}
        rows={2}
        maxLength={500}
        onValue={(note) => set({ note })}
      />
      <ErrorNote text={saving.refused} />
      <div class="row">
        <Button tone="main" type="submit" isBusy={saving.isBusy}>
          {words.save}
        </Button>
        <Button tone="quiet" onPress={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
