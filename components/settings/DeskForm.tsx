import { useId, useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { useFaultFocus } from '#components/ui/use-fault-focus.ts';
import { readDeskEdit, weekdays } from './desk-edit.ts';
import type { DeskEdit, DeskFaults } from './desk-edit.ts';
import { deskWords as words } from './desk-words.ts';
import type { DesksSectionProps } from './DesksSection.tsx';

interface DeskFormProps extends Pick<DesksSectionProps, 'onSave'> {
  edit: DeskEdit;
  onEdit: (edit: DeskEdit) => void;
  onClose: () => void;
}

/** One desk: name, hours by weekday, holidays, what it promises. */
export function DeskForm({ edit, onEdit, onSave, onClose }: DeskFormProps) {
  const saving = useAttempt(onSave);
  const [faults, setFaults] = useState<DeskFaults>({});
  const [failedTries, setFailedTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useFaultFocus(form, failedTries);
  const zones = useId();
  const set = (change: Partial<DeskEdit>) => {
    setFaults({});
    onEdit({ ...edit, ...change });
  };
  const save = async () => {
    const read = readDeskEdit(edit);
    if ('faults' in read) {
      setFaults(read.faults);
      setFailedTries(failedTries + 1);
      return;
    }
    if (await saving.run(read.desk)) onClose();
  };
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
        maxLength={60}
        takesFocus
        error={faults.name ?? null}
        onValue={(name) => set({ name })}
      />
      <Field
        label={words.timeZone}
        hint={words.timeZoneHint}
        value={edit.timeZone}
        maxLength={60}
        list={zones}
        error={faults.timeZone ?? null}
        onValue={(timeZone) => set({ timeZone })}
      />
      <datalist id={zones}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
      <fieldset class="desk-days">
        <legend class="label">{words.hours}</legend>
        <p class="hint">{words.hoursHint}</p>
        {weekdays.map((day) => (
          <Field
            key={day}
            label={words.days[day] ?? ''}
            value={edit.days[day]}
            maxLength={80}
            placeholder={words.closed}
            error={faults.days?.[day] ?? null}
            onValue={(line) => set({ days: { ...edit.days, [day]: line } })}
          />
        ))}
      </fieldset>
      <Field
        label={words.holidays}
        hint={words.holidaysHint}
        value={edit.holidays}
        rows={4}
        maxLength={20_000}
        error={faults.holidays ?? null}
        onValue={(holidays) => set({ holidays })}
      />
      <div class="desk-targets">
        <Field
          label={words.firstReply}
          hint={words.targetHint}
          value={edit.firstReply}
          maxLength={20}
          error={faults.firstReply ?? null}
          onValue={(firstReply) => set({ firstReply })}
        />
        <Field
          label={words.nextReply}
          hint={words.targetHint}
          value={edit.nextReply}
          maxLength={20}
          error={faults.nextReply ?? null}
          onValue={(nextReply) => set({ nextReply })}
        />
      </div>
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
