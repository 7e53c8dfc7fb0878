import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { TagInput } from '#components/ui/TagInput.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { bulkWords as words } from './bulk-words.ts';
import type { LibraryActs } from './use-library-acts.ts';
import { optionsWords } from './words.ts';

interface LibraryBulkProps {
  chosen: readonly LibraryEntry[];
  /** How many are listed. */
  listed: number;
  canDecide: boolean;
  /** The team's own tags, the most used first. */
  tags: readonly string[];
  acts: LibraryActs;
  onAll: () => void;
  onNone: () => void;
}

/** What can be done to all chosen entries at once. */
export function LibraryBulk(props: LibraryBulkProps) {
  const { chosen, listed, canDecide, acts, onAll, onNone } = props;
  const [tags, setTags] = useState<string[] | null>(null);
  const deciding = useAttempt(acts.setState);
  const tagging = useAttempt(acts.tag);
  const has = (wanted: LibraryEntry['state']) =>
    chosen.some(({ state = 'approved' }) => state === wanted);
  const decide = async (state: 'approved' | 'retired') => {
    const meant = state === 'approved' && has('proposed') ? chosen.filter(isProposed) : chosen;
    if (await deciding.run(meant, state)) onNone();
  };
  const tag = async () => {
    if (!tags || tags.length === 0) return;
    if (!(await tagging.run(chosen, tags))) return;
    setTags(null);
    onNone();
  };
  return (
    <div class="library-bulk stack-small" role="group" aria-label={words.group}>
      <div class="row">
        <output class="library-chosen">{words.chosen(chosen.length)}</output>
        {chosen.length < listed ? (
          <Button tone="quiet" onPress={onAll}>
            {words.all(listed)}
          </Button>
        ) : null}
        <Button tone="quiet" onPress={onNone}>
          {words.none}
        </Button>
        <div class="row library-bulk-acts">
          <Button isPressed={tags !== null} onPress={() => setTags(tags === null ? [] : null)}>
            {words.tag}
          </Button>
          {canDecide && has('proposed') ? (
            <Button
              tone="main"
              isBusy={deciding.isBusy}
              label={`${words.approve}: ${words.group}`}
              onPress={() => void decide('approved')}
            >
              {words.approve}
            </Button>
          ) : null}
          {canDecide && (has('approved') || has('proposed')) ? (
            <Button
              isBusy={deciding.isBusy}
              label={`${words.retire}: ${words.group}`}
              onPress={() => void decide('retired')}
            >
              {words.retire}
            </Button>
          ) : null}
          {canDecide && chosen.every(({ state }) => state === 'retired') ? (
            <Button isBusy={deciding.isBusy} onPress={() => void decide('approved')}>
              {words.bringBack}
            </Button>
          ) : null}
          <Button
            label={`${words.remove}: ${words.group}`}
            onPress={() => {
              acts.remove(chosen);
              onNone();
            }}
          >
            {words.remove}
          </Button>
        </div>
      </div>
      {tags === null ? null : (
        <form
          class="library-bulk-tags"
          onSubmit={(event) => {
            event.preventDefault();
            void tag();
          }}
        >
          <TagInput
            label={words.tags}
            terms={tags}
            known={props.tags}
            takesFocus
            maxTerms={20}
            clean={(one) => one.slice(0, 40)}
            onTerms={setTags}
          />
          <Button
            type="submit"
            tone="main"
            isBusy={tagging.isBusy}
            blocked={tags.length === 0 ? words.tags : null}
          >
            {optionsWords.save}
          </Button>
        </form>
      )}
      <ErrorNote text={deciding.refused ?? tagging.refused} />
    </div>
  );
}

const isProposed = ({ state }: LibraryEntry) => state === 'proposed';
