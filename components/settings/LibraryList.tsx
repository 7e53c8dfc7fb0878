import { useEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { Button } from '#components/ui/Button.tsx';
import { bulkWords as words } from './bulk-words.ts';
import { LibraryBulk } from './LibraryBulk.tsx';
import { LibraryCard, toEdit } from './LibraryCard.tsx';
import type { LibraryEdit, LibrarySectionProps } from './library-props.ts';
import { libraryWords } from './library-words.ts';
import { SnippetForm } from './SnippetForm.tsx';
import type { LibraryActs } from './use-library-acts.ts';
import { focusRow, useListKeys } from './use-list-keys.ts';
import { useSelection } from './use-selection.ts';

/** Rows that are drawn at first, and with each press more: thousands at once would hold up the page. */
const PAGE = 100;

interface LibraryListProps extends LibrarySectionProps {
  entries: NonNullable<LibrarySectionProps['entries']>;
  /** The section: search and list. */
  box: RefObject<HTMLElement | null>;
  edited: LibraryEdit | null;
  acts: LibraryActs;
  onEdit: (entry: LibraryEdit | null) => void;
}

/** Entries to be looked through, opened, and chosen for what is done to many. */
export function LibraryList(props: LibraryListProps) {
  const { entries, box, edited, acts, query, filter, canDecide, onEdit } = props;
  const [pages, setPages] = useState(1);
  const selection = useSelection(entries.map(({ id }) => id));
  const opened = useRef<string | null>(null);
  const chosen = new Set(selection.ids);
  const shown = entries.slice(0, pages * PAGE);
  const left = entries.length - shown.length;
  const open = (id: string) => {
    const entry = entries.find((one) => one.id === id);
    if (entry) onEdit(toEdit(entry));
  };
  useListKeys(box, {
    onChoose: selection.toggle,
    onExtend: selection.add,
    onOpen: open,
    onEscape() {
      if (chosen.size === 0) return false;
      selection.none();
      return true;
    },
  });
  // Another question is another list.
  useEffect(() => setPages(1), [query, filter]);
  // What was opened gives the focus back to its row.
  useEffect(() => {
    if (edited === null && opened.current !== null) focusRow(box.current, opened.current);
    opened.current = edited?.id ?? null;
  }, [edited, box]);
  return (
    <>
      {chosen.size === 0 ? null : (
        <LibraryBulk
          chosen={entries.filter(({ id }) => chosen.has(id))}
          listed={entries.length}
          canDecide={canDecide}
          acts={acts}
          tags={props.tags}
          onAll={selection.all}
          onNone={() => {
            const [first = ''] = selection.ids;
            selection.none();
            // The button that was pressed goes with the choice.
            requestAnimationFrame(() => focusRow(box.current, first));
          }}
        />
      )}
      <ul class="stack">
        {shown.map((entry) => {
          const { id, title, kind } = entry;
          return (
            <li key={id} class="library-row" data-row={id} data-chosen={chosen.has(id)}>
              <label class="library-choose">
                <input
                  type="checkbox"
                  aria-label={words.choose(title ?? libraryWords.kinds[kind])}
                  checked={chosen.has(id)}
                  // With Shift the browser would mark the text between.
                  onMouseDown={(event) => event.shiftKey && event.preventDefault()}
                  onClick={(event) => selection.toggle(id, event.shiftKey)}
                />
              </label>
              {edited?.id === id ? (
                <SnippetForm
                  tags={props.tags}
                  entry={edited}
                  onSave={props.onSave}
                  onClose={() => onEdit(null)}
                />
              ) : (
                <LibraryCard
                  {...props}
                  entry={entry}
                  onEdit={() => onEdit(toEdit(entry))}
                  onRemove={() => acts.remove([entry])}
                />
              )}
            </li>
          );
        })}
      </ul>
      {left > 0 ? (
        <p class="row">
          <Button onPress={() => setPages(pages + 1)}>{words.more(Math.min(PAGE, left))}</Button>
          <span class="hint">{words.shown(shown.length, entries.length)}</span>
        </p>
      ) : null}
      {entries.length > 1 ? <p class="hint library-keys">{words.keys}</p> : null}
    </>
  );
}
