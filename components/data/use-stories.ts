import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StoriesProps } from '#components/stories/stories-props.ts';
import { openDb } from '#utils/db/open.ts';
import { mirrorTable } from '#utils/db/table-mirror.ts';
import type { TableMirror } from '#utils/db/table-mirror.ts';
import type { StoryRow } from '#utils/db/schema.ts';
import { send } from '#utils/messages/send.ts';
import type { Story } from '#utils/model/story.ts';
import { writeClipboard } from '#utils/platform/clipboard.ts';
import { logError } from '#utils/platform/log.ts';
import { createPace } from '#utils/platform/pace.ts';
import { toPermissionRequest } from '#utils/stories/ask-permission.ts';
import { NO_FILTER, passesFilter, toFacets } from '#utils/stories/filter-stories.ts';
import { createStorySearch } from '#utils/stories/story-search.ts';
import { toFirstName } from '#utils/replies/variables.ts';
import { useLiveQuery } from './use-live-query.ts';
import { useNow } from './use-now.ts';
import { giveQuote, planStories, saveStories } from './story-files.ts';
import { useShares } from './use-shares.ts';
import { useStoryPicture } from './use-story-picture.ts';
import { attempt } from './use-team-state.ts';

/** Stories that are shown before all are read. */
const FIRST = 100;
/** Slices of reading, some 10 ms each, after which what has been found since is shown. */
const SHOWN_AFTER = 40;
/** In one message, so that none takes long. */
const PART = 500;

/** Everything that the library of stories shows and does. */
export function useStories(chosenAtFirst: string | null = null): StoriesProps {
  const db = openDb();
  const now = useNow();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState(NO_FILTER);
  const [chosenId, setChosenId] = useState(chosenAtFirst);
  const mirror = useStoryMirror();
  const { rows, round, isWhole } = mirror;
  const all = useMemo(
    () =>
      [...rows.values()].sort((one, other) => other.savedAt - one.savedAt).map(({ body }) => body),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the map is the same one, with other rows in it
    [rows, round],
  );
  const search = useSearch(all, round, query.trim() !== '');
  const stories = useMemo(() => {
    const found = query.trim() === '' ? null : search.find(query);
    return (found ?? all).filter((story) => passesFilter(story, filter));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the search is the same one, with other stories in it
  }, [all, query, filter, search.round]);
  const facets = useMemo(() => toFacets(all), [all]);
  const collections = useLiveQuery(() => db.collections.toArray(), []);
  const members = useLiveQuery(() => db.members.toArray(), []);
  const brands = useLiveQuery(() => db.brands.toArray(), []);
  const shares = useShares(filter.collection);
  const chosen = (chosenId === null ? null : rows.get(chosenId)?.body) ?? null;
  const picture = useStoryPicture(chosen);
  const names = Object.fromEntries((members.value ?? []).map(({ id, body }) => [id, body.name]));
  const brand = brands.value?.[0]?.body.name ?? '';
  const inParts = async (ids: readonly string[], work: (part: string[]) => Promise<unknown>) => {
    for (let from = 0; from < ids.length; from += PART) await work(ids.slice(from, from + PART));
  };
  return {
    now,
    stories: isWhole || rows.size > 0 ? stories : null,
    total: isWhole ? rows.size : null,
    isGrowing: !isWhole || search.isGrowing,
    facets,
    collections: (collections.value ?? [])
      .map(({ body }) => body)
      .sort((one, other) => one.name.localeCompare(other.name)),
    query,
    filter,
    chosen,
    picture,
    names,
    request: chosen ? toRequest(chosen, brand) : '',
    onQuery: setQuery,
    onFilter: setFilter,
    onChoose: setChosenId,
    onEdit: (ids, edit) =>
      attempt(() => inParts(ids, (part) => send('story.edit', { ids: part, ...edit }))),
    onConsent: (id, state, evidence) =>
      attempt(() => send('story.consent', { id, state, ...(evidence ? { evidence } : {}) })),
    onRemove: (ids) => attempt(() => inParts(ids, (part) => send('story.remove', { ids: part }))),
    ...shares,
    onCollection: (collection) => attempt(() => send('collection.save', collection)),
    onEndCollection: (id) => attempt(() => send('collection.remove', { id })),
    onExport: (format) =>
      saveStories(
        stories,
        format,
        names,
        (collections.value ?? []).map(({ body }) => body),
      ),
    onQuote: async (kind) => chosen !== null && giveQuote(chosen, kind),
    onReadFile: (fileName, text) =>
      planStories(
        fileName,
        text,
        new Set(rows.keys()),
        (collections.value ?? []).map(({ body }) => body),
      ),
    onCopy: writeClipboard,
  };
}

function toRequest({ post }: Story, brand: string): string {
  const name = toFirstName(post.author);
  return toPermissionRequest({ lang: post.lang, name, brand });
}

/** All stories in memory, kept as they are; `round` counts what has changed. */
function useStoryMirror() {
  const [round, setRound] = useState(0);
  const mirror = useRef<TableMirror<StoryRow> | null>(null);
  useEffect(() => {
    const db = openDb();
    const begun = mirrorTable<StoryRow>(db, db.stories, {
      first: () => db.stories.orderBy('savedAt').reverse().limit(FIRST).toArray(),
      onChange: () => setRound((last) => last + 1),
      onError: (error) => logError('stories cannot be read', error),
      giveWay: createPace(),
    });
    mirror.current = begun;
    return () => begun.close();
  }, []);
  return {
    rows: mirror.current?.rows ?? NO_ROWS,
    round,
    isWhole: mirror.current?.isWhole() ?? false,
  };
}

const NO_ROWS: ReadonlyMap<string, StoryRow> = new Map();

/** The search over stories, kept up with them in short slices once something is searched. */
function useSearch(stories: readonly Story[], version: number, isWanted: boolean) {
  const search = useRef(createStorySearch());
  const [state, setState] = useState({ round: 0, isGrowing: true });
  useEffect(() => {
    if (!isWanted) return undefined;
    let isOver = false;
    let slices = 0;
    // What is known so far is found meanwhile.
    const giveWay = createPace(() => {
      if (++slices % SHOWN_AFTER === 0) setState((last) => ({ ...last, round: last.round + 1 }));
    });
    const read = async () => {
      for (const _step of search.current.change(stories)) {
        await giveWay();
        if (isOver) return;
      }
      setState(({ round }) => ({ round: round + 1, isGrowing: false }));
    };
    void read();
    return () => {
      isOver = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `version` tells of other stories
  }, [version, isWanted]);
  return { find: (query: string) => search.current.find(query), ...state };
}
