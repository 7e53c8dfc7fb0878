import { Eye } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { useEscape } from '#components/ui/use-escape.ts';
import { useFocusReturn } from '#components/ui/use-focus-return.ts';
import { LOOK_COMMENT_MAX } from '#utils/model/look-limits.ts';
import type { Look } from '#utils/model/look.ts';
import { lookWords as words } from './look-words.ts';

/** Whether the team has before it what the draft says now. */
const isAsked = (look: Look | null, text: string) => look?.text.trim() === text.trim();

export interface LookButtonProps {
  /** The draft as it stands. */
  text: string;
  /** My draft that the team looks at now. */
  look: Look | null;
  isBusy: boolean;
  onPress: () => void;
}

/** Opens the question to the team. It stays where it is when there is nothing to ask, and says why. */
export function LookButton({ text, look, isBusy, onPress }: LookButtonProps) {
  const blocked = text.trim() === '' ? words.empty : isAsked(look, text) ? words.isAsked : null;
  return (
    <Button tone="quiet" isBusy={isBusy} blocked={blocked} onPress={onPress}>
      <Eye size={16} strokeWidth={1.75} /> {look === null ? words.ask : words.askAgain}
    </Button>
  );
}

export interface LookAskProps extends Omit<LookButtonProps, 'onPress'> {
  isOpen: boolean;
  /** True when it was done. */
  onAsk: (text: string, note: string) => Promise<boolean>;
  onClose: () => void;
}

/** Puts the draft before the team; says whether it is still what was approved. */
export function LookAsk({ text, look, isOpen, isBusy, onAsk, onClose }: LookAskProps) {
  // Kept while the form is closed: who looks something up first finds their words again.
  const [note, setNote] = useState('');
  const isSame = isAsked(look, text);
  const ask = async () => {
    if (!(await onAsk(text, note.trim()))) return;
    setNote('');
    onClose();
  };
  if (isOpen && !isSame) {
    return <LookForm note={note} isBusy={isBusy} onNote={setNote} onAsk={ask} onCancel={onClose} />;
  }
  if (look?.state !== 'approved') return null;
  return (
    <p class="insert-note" data-outcome={isSame ? 'inserted' : 'unsure'} role="status">
      {isSame ? words.asIs : words.changed}
    </p>
  );
}

interface LookFormProps {
  note: string;
  isBusy: boolean;
  onNote: (note: string) => void;
  onAsk: () => Promise<void>;
  onCancel: () => void;
}

function LookForm({ note, isBusy, onNote, onAsk, onCancel }: LookFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useFocusReturn(form);
  useEscape(form, onCancel);
  return (
    <form
      ref={form}
      class="stack-small look-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void onAsk();
      }}
    >
      <Field
        label={words.note}
        hint={words.noteHint}
        rows={2}
        takesFocus
        value={note}
        maxLength={LOOK_COMMENT_MAX}
        onValue={onNote}
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
