import { X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Choice, ChoiceGroup, ChoiceList } from '#components/ui/Choices.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { toSiteName } from '#components/thread/place.ts';
import type { Collection } from '#utils/model/story.ts';
import type { Facet, StoryFilter } from '#utils/stories/filter-stories.ts';
import type { StoriesProps } from './stories-props.ts';
import { storiesWords as words } from './words.ts';

const permissions = ['none', 'asked', 'granted', 'declined', 'withdrawn', 'changed'] as const;

/** What the list can be narrowed to, with how many stories each leaves. */
export function StoryFilters(props: StoriesProps) {
  const { facets, filter, onFilter } = props;
  const set = (change: Partial<StoryFilter>) => onFilter({ ...filter, ...change });
  return (
    <nav class="stories-filters" aria-label={words.filters}>
      <ChoiceGroup title={words.permission}>
        {permissions.map((one) => (
          <Choice
            key={one}
            label={one === 'changed' ? words.changed : words.permissions[one]}
            count={facets.permissions[one]}
            isOn={filter.permission === one}
            onPress={() => set({ permission: filter.permission === one ? null : one })}
          />
        ))}
      </ChoiceGroup>
      <Collections {...props} />
      <Facets
        title={words.tags}
        facets={facets.tags}
        value={filter.tag}
        onValue={(tag) => set({ tag })}
      />
      <Facets
        title={words.campaigns}
        facets={facets.campaigns}
        value={filter.campaign}
        onValue={(campaign) => set({ campaign })}
      />
      <Facets
        title={words.sites}
        facets={facets.sites}
        value={filter.site}
        toLabel={toSiteName}
        onValue={(site) => set({ site })}
      />
    </nav>
  );
}

interface FacetsProps {
  title: string;
  facets: readonly Facet[];
  value: string | null;
  toLabel?: (name: string) => string;
  onValue: (value: string | null) => void;
}

function Facets({ title, facets, value, toLabel = (name) => name, onValue }: FacetsProps) {
  return (
    <ChoiceList
      title={title}
      items={facets.map(({ name, count }) => ({
        value: name,
        label: toLabel(name),
        count,
        isOn: value === name,
      }))}
      onPress={(name) => onValue(value === name ? null : name)}
    />
  );
}

function Collections(props: StoriesProps) {
  const { collections, facets, filter, onFilter } = props;
  const [name, setName] = useState<string | null>(null);
  const [ended, setEnded] = useState<Collection | null>(null);
  const adding = useAttempt(props.onCollection);
  const ending = useAttempt(props.onEndCollection);
  const add = async () => {
    const text = name?.trim() ?? '';
    if (text === '') return;
    const isAdded = await adding.run({ id: crypto.randomUUID(), name: text, note: '' });
    if (isAdded) setName(null);
  };
  const end = async ({ id }: Collection) => {
    if (await ending.run(id)) onFilter({ ...filter, collection: null });
    setEnded(null);
  };
  return (
    <>
      <ChoiceGroup title={words.collections}>
        {collections.map((one) => (
          <li key={one.id} class="row">
            <button
              type="button"
              class="choice grow"
              aria-pressed={filter.collection === one.id}
              onClick={() =>
                onFilter({ ...filter, collection: filter.collection === one.id ? null : one.id })
              }
            >
              <bdi class="grow">{one.name}</bdi>
              <span class="count">
                {(facets.collections.get(one.id) ?? 0).toLocaleString('en')}
              </span>
            </button>
            {filter.collection === one.id ? (
              <IconButton icon={X} label={words.end(one.name)} onPress={() => setEnded(one)} />
            ) : null}
          </li>
        ))}
        <li>
          {name === null ? (
            <Button tone="quiet" onPress={() => setName('')}>
              {words.newCollection}
            </Button>
          ) : (
            <form
              class="stack-small"
              onSubmit={(event) => {
                event.preventDefault();
                void add();
              }}
            >
              <Field
                label={words.collectionName}
                value={name}
                maxLength={80}
                takesFocus
                onValue={setName}
              />
              <div class="row">
                <Button tone="main" type="submit" isBusy={adding.isBusy}>
                  {words.add}
                </Button>
                <Button tone="quiet" onPress={() => setName(null)}>
                  {words.cancel}
                </Button>
              </div>
            </form>
          )}
          <ErrorNote text={adding.refused ?? ending.refused} />
        </li>
      </ChoiceGroup>
      {ended === null ? null : (
        <Confirm
          title={words.endTitle(ended.name)}
          text={words.endText}
          act={words.endAct}
          isBusy={ending.isBusy}
          onConfirm={() => void end(ended)}
          onCancel={() => setEnded(null)}
        />
      )}
    </>
  );
}
