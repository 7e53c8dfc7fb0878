import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { Contradiction } from '#utils/model/library.ts';
import type { LibraryEdit, LibrarySectionProps } from './library-props.ts';
import { libraryWords as words } from './library-words.ts';
import { WordDiff } from './WordDiff.tsx';

interface EntryContradictionProps extends Pick<
  LibrarySectionProps,
  'onSave' | 'onConfirm' | 'toDiff'
> {
  edit: LibraryEdit;
  contradiction: Contradiction;
}

/** What people change in an entry each time: one press makes it the entry's words, another waves it away. */
export function EntryContradiction(props: EntryContradictionProps) {
  const { edit, contradiction, onSave, onConfirm, toDiff } = props;
  const { here, lately, times, of, text } = contradiction;
  const saving = useAttempt(onSave);
  const confirming = useAttempt(onConfirm);
  return (
    <div class="library-contradiction stack-small">
      <p class="library-stale">{words.contradicted(times, of)}</p>
      <WordDiff parts={toDiff(here, lately)} />
      <ErrorNote text={saving.refused ?? confirming.refused} />
      <div class="row">
        <Button isBusy={saving.isBusy} onPress={() => void saving.run({ ...edit, text })}>
          {words.takeOver}
        </Button>
        <Button
          tone="quiet"
          isBusy={confirming.isBusy}
          onPress={() => void confirming.run(edit.id)}
        >
          {words.confirm}
        </Button>
      </div>
    </div>
  );
}
