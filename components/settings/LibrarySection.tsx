import { Download } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Menu } from '#components/ui/Menu.tsx';
import { Select } from '#components/ui/Select.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { importWords } from './import-words.ts';
import { ImportBox } from './ImportBox.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { libraryFilters } from './library-filter.ts';
import { LibraryList } from './LibraryList.tsx';
import { libraryWords as words } from './library-words.ts';
import type { FileToImport, LibraryEdit, LibrarySectionProps } from './library-props.ts';
import { SkippedLines } from './SkippedLines.tsx';
import { SnippetForm, TYPED } from './SnippetForm.tsx';
import { useDone } from './use-done.tsx';
import { useRowFocus } from './use-row-focus.ts';
import { useKept } from '#components/ui/use-kept.ts';
import { useLibraryActs } from './use-library-acts.ts';

/** The library: find, add, edit, approve, retire, remove, import, export. */
export function LibrarySection(props: LibrarySectionProps) {
  const { counts, query, filter, newId, onQuery, onFilter, onSave } = props;
  const [typed] = useKept<LibraryEdit>(TYPED);
  const [edited, setEdited] = useState(typed);
  const [isForgetting, setForgetting] = useState(false);
  const [file, setFile] = useState<FileToImport | null>(null);
  const [fileTrouble, setFileTrouble] = useState<string | null>(null);
  const [skipped, setSkipped] = useState<FileToImport['skipped']>([]);
  const done = useDone();
  const acts = useLibraryActs(props, done);
  const box = useRef<HTMLDivElement>(null);
  useRowFocus(box);
  const forgetting = useAttempt(props.onForget);
  const entries = props.entries?.filter(({ id }) => !acts.hidden.has(id)) ?? null;
  const form = (entry: LibraryEdit) => (
    <SnippetForm
      key={entry.id}
      entry={entry}
      tags={props.tags}
      onSave={onSave}
      onClose={() => setEdited(null)}
    />
  );
  const isNew = edited !== null && (entries ?? []).every((entry) => entry.id !== edited.id);
  const labels = words.filters(counts);
  const isWhole = query.trim() === '' && filter === 'all';
  // Nothing to find or to take along yet.
  const isBare = entries?.length === 0 && isWhole && (counts?.retired ?? 0) === 0;
  return (
    <div class="stack" ref={box}>
      <p>{words.intro}</p>
      <div class="row library-acts">
        <Button
          tone="main"
          onPress={() => setEdited({ id: newId(), kind: 'snippet', text: '', tags: [] })}
        >
          {words.add}
        </Button>
        <ImportBox onReadFile={props.onReadFile} onFile={setFile} onTrouble={setFileTrouble} />
        {isBare ? null : (
          <Menu
            label={words.export}
            face={
              <>
                <Download size={16} strokeWidth={1.75} />
                {words.export}
              </>
            }
            items={(['csv', 'json', 'espanso'] as const).map((id) => ({
              id,
              label: words.exportAs[id],
            }))}
            onPick={props.onExport}
          />
        )}
      </div>
      <ErrorNote text={fileTrouble} />
      {file === null ? null : (
        <ImportPreview
          key={file.fileName}
          file={file}
          toDiff={props.toDiff}
          tags={props.tags}
          onClose={() => setFile(null)}
          onDone={({ report, left, refused }) => {
            setFile(null);
            setFileTrouble(refused);
            setSkipped(file.skipped);
            const { added, changed } = report;
            done.say(importWords.done(added.length, changed.length, left), () =>
              props.onUndoImport(report),
            );
          }}
        />
      )}
      {skipped.length === 0 ? null : (
        <section class="card stack import">
          <SkippedLines skipped={skipped} />
          <div class="row row-end">
            <Button tone="quiet" onPress={() => setSkipped([])}>
              {importWords.close}
            </Button>
          </div>
        </section>
      )}
      {isBare ? null : (
        <div class="library-find">
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
          <Select
            label={words.filter}
            value={filter}
            options={libraryFilters.map((value) => ({ value, label: labels[value] }))}
            onValue={onFilter}
          />
        </div>
      )}
      {props.isSearching ? <Spinner /> : null}
      {isNew ? form(edited) : null}
      <ErrorNote text={forgetting.refused} />
      {entries === null ? <Spinner /> : null}
      {entries?.length === 0 && !isNew ? <Nothing query={query} isWhole={isWhole} /> : null}
      {entries === null || entries.length === 0 ? null : (
        <LibraryList
          {...props}
          entries={entries}
          box={box}
          edited={edited}
          acts={acts}
          onEdit={setEdited}
        />
      )}
      {props.canDecide && entries?.some(({ uses }) => uses) ? (
        <div>
          <Button tone="quiet" onPress={() => setForgetting(true)}>
            {words.forgetAll}
          </Button>
        </div>
      ) : null}
      {done.toast}
      {isForgetting ? (
        <Confirm
          title={words.forgetTitle}
          text={words.forgetText}
          act={words.forgetAll}
          isBusy={forgetting.isBusy}
          onConfirm={() => void forgetting.run(null).then(() => setForgetting(false))}
          onCancel={() => setForgetting(false)}
        />
      ) : null}
    </div>
  );
}

function Nothing({ query, isWhole }: { query: string; isWhole: boolean }) {
  if (isWhole) return <EmptyState title={words.none} text={words.noneText} />;
  return (
    <EmptyState title={query.trim() === '' ? words.noneHere : words.noneFound(query.trim())} />
  );
}
