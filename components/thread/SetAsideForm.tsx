import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { useFocusReturn } from '#components/ui/use-focus-return.ts';
import { setAsideReasons } from './state-words.ts';
import { threadWords as words } from './words.ts';

export interface SetAsideFormProps {
  isBusy: boolean;
  onReason: (reason: string) => void;
  onCancel: () => void;
}

/** Asks why a thread needs no answer: one press for the usual reasons, or a reason in one's own words. */
export function SetAsideForm({ isBusy, onReason, onCancel }: SetAsideFormProps) {
  const [own, setOwn] = useState('');
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const form = useRef<HTMLFormElement>(null);
  useFocusReturn(form);
  return (
    <form
      ref={form}
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (own.trim() !== '') onReason(own.trim());
      }}
    >
      <h2>{words.asideTitle}</h2>
      <div class="row">
        {setAsideReasons.map((reason, at) => (
          <Button
            key={reason}
            buttonRef={at === 0 ? first : null}
            isBusy={isBusy}
            onPress={() => onReason(reason)}
          >
            {reason}
          </Button>
        ))}
      </div>
      <Field label={words.asideOwn} value={own} maxLength={300} onValue={setOwn} />
      <div class="row row-end">
        <Button tone="quiet" onPress={onCancel}>
          {words.cancel}
        </Button>
        <Button type="submit" isBusy={isBusy}>
          {words.setAsideAct}
        </Button>
      </div>
    </form>
  );
}
