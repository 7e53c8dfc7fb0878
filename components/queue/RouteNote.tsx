import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { ROUTE_NOTE_MAX } from '#utils/model/route-limits.ts';
import type { QueueItem } from '#utils/queue/queue-list.ts';
import { queueWords as words } from './words.ts';

interface RouteNoteProps {
  item: QueueItem;
  isBusy: boolean;
  /** True once it is saved. */
  onNote: (note: string) => Promise<boolean>;
}

/** What somebody wrote for whoever takes the thread up. */
export function RouteNote({ item, isBusy, onNote }: RouteNoteProps) {
  const { route } = item.thread;
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    return (
      <div class="queue-note row">
        {route?.note === undefined ? null : (
          <p class="grow">
            <span class="hint">{words.noteIs}</span> <span dir="auto">{route.note}</span>
          </p>
        )}
        <Button tone="quiet" onPress={() => setText(route?.note ?? '')}>
          {route?.note === undefined ? words.noteAdd : words.noteChange}
        </Button>
      </div>
    );
  }
  return (
    <form
      class="queue-note stack-small"
      onSubmit={(event) => {
        event.preventDefault();
        void onNote(text.trim()).then((isSaved) => isSaved && setText(null));
      }}
    >
      <Field
        label={words.note}
        value={text}
        rows={2}
        maxLength={ROUTE_NOTE_MAX}
        takesFocus
        onValue={setText}
      />
      <div class="row">
        <Button tone="main" type="submit" isBusy={isBusy}>
          {words.noteSave}
        </Button>
        <Button tone="quiet" onPress={() => setText(null)}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
