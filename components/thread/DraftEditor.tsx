import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { TextCountNote } from './TextCountNote.tsx';
import type { TextCount } from './suggestion-item.ts';
import { replyWords as words } from './words.ts';

export interface DraftEditorProps {
  text: string;
  /** By the site's own rule; null while unknown. */
  count: TextCount | null;
  isBusy: boolean;
  /** A person has just opened it. */
  takesFocus: boolean;
  onText: (text: string) => void;
  onInsert: () => void;
  onClose: () => void;
}

/** The answer being written, with the site's own count. Too long is said, not forbidden. */
export function DraftEditor(props: DraftEditorProps) {
  const { text, count, isBusy, onText, onInsert, onClose } = props;
  const over = count?.limit == null ? 0 : count.used - count.limit;
  return (
    <section class="card stack-small">
      <Field
        label={words.draft}
        rows={6}
        takesFocus={props.takesFocus}
        value={text}
        maxLength={10_000}
        error={over > 0 ? words.tooLong(over) : null}
        onValue={onText}
      />
      <div class="row">
        <TextCountNote count={count} />
        <span class="grow" />
        <Button tone="quiet" onPress={onClose}>
          {words.close}
        </Button>
        <Button tone="main" isBusy={isBusy || text.trim() === ''} onPress={onInsert}>
          {words.insert}
        </Button>
      </div>
    </section>
  );
}
