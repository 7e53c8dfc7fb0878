import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { Contradiction } from '#utils/model/library.ts';
import type { LibraryEdit, LibrarySectionProps } from './library-props.ts';
import { libraryWords as words } from './library-words.ts';
import { WordDiff } from './WordDiff.tsx';

interface EntryContradictionProps extends Pick<LibrarySectionProps, 'onSave' | 'toDiff'> {
  edit: LibraryEdit;
  contradiction: Contradiction;
}

/** What people change in an entry each time, and one press that makes it the entry's words. */
export function EntryContradiction(props: EntryContradictionProps) {
  const { edit, contradiction, onSave, toDiff } = props;
  const { here, lately, times, of, text } = contradiction;
  const saving = useAttempt(onSave);
  return (
    <div class="library-contradiction stack-small">
      <p class="library-stale">{words.contradicted(times, of)}</p>
      <WordDiff parts={toDiff(here, lately)} />
      <ErrorNote text={saving.refused} />
      <Button isBusy={saving.isBusy} onPress={() => void saving.run({ ...edit, text })}>
        {words.takeOver}
      </Button>
    </div>
  );
}
