import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './Button.tsx';
import { uiWords } from './words.ts';

export interface ConfirmProps {
  title: string;
  /** What will happen, and what will not. */
  text: string;
  /** The verb on the button that does it. */
  act: string;
  isBusy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that cannot be undone. The safe button has the focus. */
export function Confirm({ title, text, act, isBusy = false, onConfirm, onCancel }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
    cancel.current?.focus();
    // Closed before it goes, the browser gives the focus back to where it was.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-text`}>{text}</p>
      <div class="row row-end">
        <Button buttonRef={cancel} onPress={onCancel}>
          {uiWords.cancel}
        </Button>
        <Button tone="bad" isBusy={isBusy} onPress={onConfirm}>
          {act}
        </Button>
      </div>
    </dialog>
  );
}
