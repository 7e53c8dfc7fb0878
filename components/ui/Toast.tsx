import { X } from 'lucide-preact';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { uiWords } from './words.ts';

export interface ToastProps {
  /** Null: nothing to say; the live region stays, so that the next words are read aloud. */
  text: string | null;
  act?: { label: string; onPress: () => void } | null;
  onDismiss: () => void;
}

/** One line about what has just been done, with a way back. Stays until it is dismissed or replaced. */
export function Toast({ text, act = null, onDismiss }: ToastProps) {
  return (
    <output class="toast-place" aria-live="polite">
      {text === null ? null : (
        <div class="toast">
          <span class="grow">{text}</span>
          {act === null ? null : (
            <Button tone="quiet" onPress={act.onPress}>
              {act.label}
            </Button>
          )}
          <IconButton icon={X} label={uiWords.dismiss} onPress={onDismiss} />
        </div>
      )}
    </output>
  );
}
