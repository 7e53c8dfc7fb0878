import { useEffect, useMemo, useState } from 'preact/hooks';
import { libraryFilters } from '#components/settings/library-filter.ts';
import type { LibraryFilter } from '#components/settings/library-filter.ts';
import type { LibrarySectionProps } from '#components/settings/library-props.ts';
import { toMostUsed } from '#components/ui/tag-matches.ts';
import { openDb } from '#utils/db/open.ts';
import { send } from '#utils/messages/send.ts';
import type { Contradiction, LibraryEntry } from '#utils/model/library.ts';
import { findContradictions } from '#utils/library/contradictions.ts';
import { toWordDiff } from '#utils/library/word-diff.ts';
import { exportLibrary } from '#utils/replies/export-library.ts';
import { toStale } from '#utils/replies/stale.ts';
import { readFileToImport } from './import-file.ts';
import { saveFile } from './save-file.ts';
import { useLibrarySearch } from './use-library-search.ts';
import { useLiveQuery } from './use-live-query.ts';
import { attempt } from './use-team-state.ts';

const DAY_MS = 86_400_000;
const SETTLED_MS = 400;

/** The library with its search, for the section of the options. `now`: server clock, ms. */
export function useLibrary(
  now: number,
  names: Readonly<Record<string, string>>,
  canDecide: boolean,
): LibrarySectionProps {
  const db = openDb();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<LibraryFilter>('all');
  const rows = useLiveQuery(() => db.library.orderBy('at').reverse().toArray(), []);
  const entries = useMemo(() => rows.value?.map(({ body }) => body) ?? null, [rows.value]);
  const isSearched = query.trim() !== '';
  // While entries come in by the hundred they are not read for each.
  const settled = useSettled(entries);
  const search = useLibrarySearch(settled, isSearched);
  // Entries age by days.
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const contradictions = useContradictions(settled, today + DAY_MS);
  const stale = useMemo(
    () =>
      new Map(
        (entries ?? []).flatMap((entry) => {
          const why = contradictions.has(entry.id) ? 'contradicted' : toStale(entry, today);
          return why ? [[entry.id, why] as const] : [];
        }),
      ),
    [entries, contradictions, today],
  );
  const tags = useMemo(() => toMostUsed((entries ?? []).map((entry) => entry.tags)), [entries]);
  const isFit = useMemo(() => toFit(stale), [stale]);
  const counts = useMemo(
    () =>
      entries &&
      (Object.fromEntries(
        libraryFilters.map((one) => [one, entries.filter((entry) => isFit(entry, one)).length]),
      ) as Record<LibraryFilter, number>),
    [entries, isFit],
  );
  const shown = useMemo(() => {
    const found = isSearched ? (search?.find(query) ?? null) : null;
    if (!entries || !found) return entries?.filter((entry) => isFit(entry, filter)) ?? null;
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    return found.flatMap(({ id }) => byId.get(id) ?? []).filter((entry) => isFit(entry, filter));
  }, [search, query, isSearched, entries, filter, isFit]);
  return {
    now,
    names,
    canDecide,
    entries: shown,
    tags,
    stale,
    contradictions,
    toDiff: toWordDiff,
    counts,
    query,
    isSearching: isSearched && search === null,
    filter,
    newId: () => crypto.randomUUID(),
    onQuery: setQuery,
    onFilter: setFilter,
    onSave: ({ id, kind, text, tags, title, question, lang }) =>
      attempt(() =>
        send('library.save', {
          id,
          kind,
          text,
          tags,
          ...(title ? { title } : {}),
          ...(question ? { question } : {}),
          ...(lang ? { lang } : {}),
        }),
      ),
    onState: (ids, state) => attempt(() => send('library.setState', { ids, state })),
    onTags: (ids, add, remove) => attempt(() => send('library.setTags', { ids, add, remove })),
    onConfirm: (id) => attempt(() => send('library.confirm', { id })),
    onForget: (id) => attempt(() => send('library.forgetUses', { id })),
    onRemove: (ids) => attempt(() => send('library.remove', { ids })),
    onReadFile: readFileToImport,
    onUndoImport: (report) => attempt(() => send('library.undoImport', report)),
    async onExport(format) {
      const day = new Date(now).toISOString().slice(0, 10);
      const all = entries ?? [];
      if (format !== 'espanso') return saveFile(exportLibrary(all, format, day));
      const { writeEspanso } = await import('#utils/library/write-espanso.ts');
      saveFile(writeEspanso(all, day));
    },
  };
}

const toFit =
  (stale: ReadonlyMap<string, unknown>) => (entry: LibraryEntry, wanted: LibraryFilter) => {
    const { kind, state = 'approved', id } = entry;
    if (wanted === 'all') return state !== 'retired';
    if (wanted === 'stale') return stale.has(id);
    return wanted === 'snippet' || wanted === 'reply'
      ? kind === wanted && state !== 'retired'
      : state === wanted;
  };

/** The entries as they were when they last came to rest; the first at once. */
function useSettled(entries: LibraryEntry[] | null): LibraryEntry[] | null {
  const [settled, setSettled] = useState(entries);
  useEffect(() => {
    if (settled === null) setSettled(entries);
    const timer = setTimeout(() => setSettled(entries), SETTLED_MS);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is settled follows from the entries
  }, [entries]);
  return settled;
}

/** Found after the list is drawn: with a large library it takes longer than a person should wait for the list. */
function useContradictions(
  entries: readonly LibraryEntry[] | null,
  now: number,
): ReadonlyMap<string, Contradiction> {
  const [found, setFound] = useState<ReadonlyMap<string, Contradiction>>(new Map());
  useEffect(() => {
    const timer = setTimeout(() => setFound(findContradictions(entries ?? [], now)));
    return () => clearTimeout(timer);
  }, [entries, now]);
  return found;
}
