import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { ImportBox } from './ImportBox.tsx';
import type { LibraryEdit, LibrarySectionProps } from './options-props.ts';
import { SnippetForm } from './SnippetForm.tsx';
import { libraryWords as words, optionsWords } from './words.ts';

/** The library: find, add, edit, remove, import. */
export function LibrarySection(props: LibrarySectionProps) {
  const { entries, count, query, newId, onQuery, onSave, onRemove, onImport } = props;
  const [edited, setEdited] = useState<LibraryEdit | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const removal = useAttempt(onRemove);
  const form = (entry: LibraryEdit) => (
    <SnippetForm key={entry.id} entry={entry} onSave={onSave} onClose={() => setEdited(null)} />
  );
  const isNew = edited !== null && (entries ?? []).every((entry) => entry.id !== edited.id);
  return (
    <div class="stack">
      <p>{words.intro}</p>
      <div class="row">
        <Button
          tone="main"
          onPress={() => setEdited({ id: newId(), kind: 'snippet', text: '', tags: [] })}
        >
          {words.add}
        </Button>
        <ImportBox onImport={onImport} />
        {count === null ? null : <span class="hint">{words.count(count)}</span>}
      </div>
      <input
        class="input"
        type="search"
        dir="auto"
        aria-label={words.search}
        placeholder={words.search}
        value={query}
        maxLength={200}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      {isNew ? form(edited) : null}
      <ErrorNote text={removal.refused} />
      {entries === null ? <Spinner /> : null}
      {entries?.length === 0 && !isNew ? <Nothing query={query} /> : null}
      <ul class="stack">
        {entries?.map((entry) => (
          <li key={entry.id}>
            {edited?.id === entry.id ? (
              form(edited)
            ) : (
              <EntryCard
                entry={entry}
                onEdit={() => setEdited(toEdit(entry))}
                onRemove={() => setAsked(entry.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <Confirm
          title={words.removeTitle}
          text={words.removeText}
          act={optionsWords.remove}
          isBusy={removal.isBusy}
          onConfirm={() => void removal.run(asked).then(() => setAsked(null))}
          onCancel={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function Nothing({ query }: { query: string }) {
  return query.trim() === '' ? (
    <EmptyState title={words.none} text={words.noneText} />
  ) : (
    <EmptyState title={words.noneFound(query)} />
  );
}

interface EntryCardProps {
  entry: LibraryEntry;
  onEdit: () => void;
  onRemove: () => void;
}

function EntryCard({ entry, onEdit, onRemove }: EntryCardProps) {
  return (
    <div class="card row">
      <div class="grow">
        <h3 dir="auto">{entry.title ?? words.kinds[entry.kind]}</h3>
        <p class="clamp" dir="auto">
          {entry.text}
        </p>
        <p class="row">
          {entry.tags.map((tag) => (
            <span class="tag tag-plain" key={tag}>
              <bdi class="tag-text">{tag}</bdi>
            </span>
          ))}
        </p>
      </div>
      <Button onPress={onEdit}>{optionsWords.edit}</Button>
      <Button tone="quiet" onPress={onRemove}>
        {optionsWords.remove}
      </Button>
    </div>
  );
}

function toEdit({ id, kind, text, tags, title, question }: LibraryEntry): LibraryEdit {
  return {
    id,
    kind,
    text,
    tags,
    ...(title === undefined ? {} : { title }),
    ...(question === undefined ? {} : { question }),
  };
}
