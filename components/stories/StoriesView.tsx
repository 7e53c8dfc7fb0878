import { useEffect, useRef, useState } from 'preact/hooks';
import { useShortcuts } from '#components/ui/use-shortcuts.ts';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { VirtualList } from '#components/ui/VirtualList.tsx';
import { NO_FILTER } from '#utils/stories/filter-stories.ts';
import { ShareBox } from './ShareBox.tsx';
import { StoryBulk } from './StoryBulk.tsx';
import { StoryDetail } from './StoryDetail.tsx';
import { StoryFilters } from './StoryFilters.tsx';
import { StoryFiles } from './StoryFiles.tsx';
import { StoryRow } from './StoryRow.tsx';
import type { StoriesProps } from './stories-props.ts';
import { storiesWords as words } from './words.ts';

/** As in stories.css. */
const ROW_HEIGHT = 104;

/** The library of stories: filters, the list, and the chosen story beside it. */
export function StoriesView(props: StoriesProps) {
  const { stories, total, chosen, query, filter, onChoose, onQuery } = props;
  const search = useRef<HTMLInputElement>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const list = stories ?? [];
  const current = list.findIndex(({ id }) => id === chosen?.id);
  // What is not in the list any more is not acted upon unseen.
  const acted = list.filter(({ id }) => marked.has(id)).map(({ id }) => id);
  useEffect(() => setMarked(new Set()), [query, filter]);
  const shared = props.collections.find(({ id }) => id === filter.collection);
  const isFiltered = query.trim() !== '' || JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  // An empty list says nothing while not all are known.
  const isReading = stories === null || (list.length === 0 && props.isGrowing && isFiltered);
  const move = (step: number) => {
    const next = list[current === -1 ? 0 : current + step];
    if (next) onChoose(next.id);
  };
  const mark = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    setMarked(next);
  };
  useShortcuts({
    '/': () => search.current?.focus(),
    escape: () => {
      onQuery('');
      search.current?.blur();
    },
    j: () => move(1),
    k: () => move(-1),
    x: () => chosen && mark(chosen.id),
  });
  return (
    <div class="stories-view" data-chosen={chosen !== null}>
      <StoryFilters {...props} />
      <section class="stories-list" aria-label={words.stories}>
        <div class="panel-search">
          <input
            ref={search}
            class="input"
            type="search"
            dir="auto"
            aria-label={words.search}
            placeholder={words.search}
            value={query}
            maxLength={200}
            onInput={(event) => onQuery(event.currentTarget.value)}
          />
          <p class="row hint" role="status">
            <span class="grow">
              {stories === null || total === null ? '' : words.shown(stories.length, total)}
              {props.isGrowing && query.trim() !== '' ? ` · ${words.growing}` : null}
            </span>
            {isFiltered ? (
              <Button
                tone="quiet"
                onPress={() => {
                  onQuery('');
                  props.onFilter(NO_FILTER);
                }}
              >
                {words.clear}
              </Button>
            ) : null}
          </p>
        </div>
        <StoryFiles stories={stories} onExport={props.onExport} onReadFile={props.onReadFile} />
        {shared === undefined ? null : <ShareBox {...props} key={shared.id} collection={shared} />}
        {acted.length === 0 ? null : (
          <StoryBulk
            {...props}
            ids={acted}
            listed={list.length}
            onAll={() => setMarked(new Set(list.map(({ id }) => id)))}
            onNone={() => setMarked(new Set())}
          />
        )}
        {isReading ? <Spinner /> : null}
        {!isReading && list.length === 0 ? (
          <EmptyState
            title={isFiltered ? words.noneFound : words.none}
            text={isFiltered ? words.noneFoundText : words.noneText}
          />
        ) : null}
        {list.length === 0 ? null : (
          <VirtualList
            label={words.stories}
            items={list}
            keyOf={(story) => story.id}
            rowHeight={ROW_HEIGHT}
            current={current}
          >
            {(story) => (
              <StoryRow
                story={story}
                now={props.now}
                isChosen={story.id === chosen?.id}
                isMarked={marked.has(story.id)}
                onChoose={() => onChoose(story.id)}
                onMark={() => mark(story.id)}
              />
            )}
          </VirtualList>
        )}
      </section>
      <section class="stories-detail" aria-label={words.story}>
        {chosen === null ? (
          <EmptyState title={words.notChosen} text={words.notChosenText} />
        ) : (
          <StoryDetail {...props} key={chosen.id} story={chosen} />
        )}
      </section>
    </div>
  );
}
