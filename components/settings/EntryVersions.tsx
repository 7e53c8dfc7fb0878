import { Ago } from '#components/ui/Ago.tsx';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toPastName } from '#utils/model/member-name.ts';
import { libraryWords as words } from './library-words.ts';
import type { LibrarySectionProps } from './library-props.ts';

interface EntryVersionsProps extends Pick<LibrarySectionProps, 'now' | 'names' | 'onSave'> {
  entry: LibraryEntry;
}

/** What an entry said before, newest first. Bringing one back makes it the newest version; nothing is lost. */
export function EntryVersions({ entry, now, names, onSave }: EntryVersionsProps) {
  const saving = useAttempt(onSave);
  const { id, kind, tags } = entry;
  return (
    <section class="stack-small">
      <ErrorNote text={saving.refused} />
      <ol class="library-versions stack-small">
        {(entry.earlier ?? []).map(({ version, text, title, question, memberId, at }) => (
          <li key={version}>
            {title && title !== entry.title ? <p dir="auto">{title}</p> : null}
            <p class="library-text" dir="auto">
              {text}
            </p>
            <p class="row">
              <span class="hint grow">
                {words.replaced(toPastName(names, memberId))}, <Ago at={at} now={now} /> {words.ago}
              </span>
              <Button
                isBusy={saving.isBusy}
                onPress={() =>
                  void saving.run({
                    id,
                    kind,
                    tags,
                    text,
                    ...(title === undefined ? {} : { title }),
                    ...(question === undefined ? {} : { question }),
                  })
                }
              >
                {words.restore}
              </Button>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
