import { Ago } from '#components/ui/Ago.tsx';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toPastName } from '#utils/model/member-name.ts';
import { libraryWords as words } from './library-words.ts';
import type { LibrarySectionProps } from './library-props.ts';
import { WordDiff } from './WordDiff.tsx';

interface EntryVersionsProps extends Pick<
  LibrarySectionProps,
  'now' | 'names' | 'onSave' | 'toDiff'
> {
  entry: LibraryEntry;
}

/** What an entry said before, newest first, and what changed then. One that is brought back becomes the newest; nothing is lost. */
export function EntryVersions({ entry, now, names, onSave, toDiff }: EntryVersionsProps) {
  const saving = useAttempt(onSave);
  const { id, kind, tags, earlier = [] } = entry;
  return (
    <section class="stack-small">
      <ErrorNote text={saving.refused} />
      <ol class="library-versions stack-small">
        {earlier.map((one, at) => {
          const { version, text, title = '', question = '', memberId } = one;
          const next = earlier[at - 1] ?? entry;
          return (
            <li key={version} class="stack-small">
              {title === (next.title ?? '') ? null : (
                <Change label={words.title} parts={toDiff(title, next.title ?? '')} />
              )}
              {text === next.text && title !== (next.title ?? '') ? null : (
                <WordDiff parts={toDiff(text, next.text)} />
              )}
              {question === (next.question ?? '') ? null : (
                <Change label={words.question} parts={toDiff(question, next.question ?? '')} />
              )}
              <p class="row library-version-acts">
                <span class="hint grow">
                  {words.replaced(version, toPastName(names, memberId))},{' '}
                  <Ago at={one.at} now={now} /> {words.ago}
                </span>
                <Button
                  isBusy={saving.isBusy}
                  label={words.restoreOne(version)}
                  onPress={() =>
                    void saving.run({
                      id,
                      kind,
                      tags,
                      text,
                      ...(title === '' ? {} : { title }),
                      ...(question === '' ? {} : { question }),
                    })
                  }
                >
                  {words.restore}
                </Button>
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Change({
  label,
  parts,
}: {
  label: string;
  parts: ReturnType<LibrarySectionProps['toDiff']>;
}) {
  return (
    <div>
      <span class="hint">{label}</span>
      <WordDiff parts={parts} />
    </div>
  );
}
