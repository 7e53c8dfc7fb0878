import { Eye } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { useFocusReturn } from '#components/ui/use-focus-return.ts';
import { LOOK_COMMENT_MAX } from '#utils/model/look-limits.ts';
import type { Look } from '#utils/model/look.ts';
import { lookWords as words } from './look-words.ts';

export interface LookAskProps {
  /** The draft as it stands. */
  text: string;
  /** My draft that the team looks at now. */
  look: Look | null;
  isBusy: boolean;
  /** True when it was done. */
  onAsk: (text: string, note: string) => Promise<boolean>;
}

/** Puts the draft before the team; says whether it is still what was approved. */
export function LookAsk({ text, look, isBusy, onAsk }: LookAskProps) {
  const [isOpen, setOpen] = useState(false);
  const isSame = look !== null && look.text.trim() === text.trim();
  const ask = async (note: string) => {
    if (await onAsk(text, note)) setOpen(false);
  };
  if (isOpen && !isSame) {
    return <LookForm isBusy={isBusy} onAsk={ask} onCancel={() => setOpen(false)} />;
  }
  return (
    <div class="row">
      {look?.state === 'approved' ? (
        <span class="insert-note grow" data-outcome={isSame ? 'inserted' : 'unsure'} role="status">
          {isSame ? words.asIs : words.changed}
        </span>
      ) : null}
      {isSame || text.trim() === '' ? null : (
        <Button tone="quiet" isBusy={isBusy} onPress={() => setOpen(true)}>
          <Eye size={16} strokeWidth={1.75} /> {look === null ? words.ask : words.askAgain}
        </Button>
      )}
    </div>
  );
}

interface LookFormProps {
  isBusy: boolean;
  onAsk: (note: string) => Promise<void>;
  onCancel: () => void;
}

function LookForm({ isBusy, onAsk, onCancel }: LookFormProps) {
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useFocusReturn(form);
  return (
    <form
      ref={form}
      class="stack-small"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void onAsk(note.trim());
      }}
    >
      <Field
        label={words.note}
        hint={words.noteHint}
        rows={2}
        takesFocus
        value={note}
        maxLength={LOOK_COMMENT_MAX}
        onValue={setNote}
      />
      <div class="row row-end">
        <Button tone="quiet" onPress={onCancel}>
          {words.cancel}
        </Button>
        <Button type="submit" isBusy={isBusy}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
