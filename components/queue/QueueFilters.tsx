import { X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { toSiteName } from '#components/thread/place.ts';
import { triageWords } from '#components/thread/triage-words.ts';
import { Button } from '#components/ui/Button.tsx';
import { Choice, ChoiceGroup, ChoiceList } from '#components/ui/Choices.tsx';
import type { ChoiceItem } from '#components/ui/Choices.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { BoardFilter } from '#utils/model/board-view.ts';
import { INTENTS } from '#utils/model/intents.ts';
import type { NamedId, QueueProps } from './queue-props.ts';
import { isSameView, ownViewIds, toOwnView } from './own-views.ts';
import { queueWords as words } from './words.ts';

type Part = 'brands' | 'sites' | 'desks' | 'teammates' | 'intents';

/** Views, and what the list can be narrowed to, with how many threads each leaves. */
export function QueueFilters(props: QueueProps) {
  const { filter, counts, myId, onFilter } = props;
  const show = (view: BoardFilter) => onFilter({ ...view, query: filter.query });
  const toggle = (part: Part, value: string) => {
    const values = filter[part] as string[];
    const next = values.includes(value)
      ? values.filter((one) => one !== value)
      : [...values, value];
    onFilter({ ...filter, [part]: next });
  };
  const toItems = (part: Part, named: readonly NamedId[]): ChoiceItem[] =>
    named
      .map(({ id, name }) => ({
        value: id,
        label: name,
        count: counts[part].get(id) ?? 0,
        isOn: (filter[part] as string[]).includes(id),
      }))
      .filter(({ count, isOn }) => count > 0 || isOn);
  const sites = [...new Set([...counts.sites.keys(), ...filter.sites])]
    .map((id) => ({ id, name: toSiteName(id) }))
    .sort((one, other) => (counts.sites.get(other.id) ?? 0) - (counts.sites.get(one.id) ?? 0));
  const teammates = props.teammates.map(({ id, name }) => ({
    id,
    name: id === myId ? words.me(name) : name,
  }));
  const isOfSeveral = (items: readonly unknown[]) => items.length > 1;
  const brands = toItems('brands', props.brands);
  return (
    <nav class="queue-filters" aria-label={words.filters}>
      <ChoiceGroup title={words.views}>
        {ownViewIds
          .filter((id) => id !== 'mine' || myId !== '')
          .map((id) => {
            const view = toOwnView(id, myId);
            return (
              <Choice
                key={id}
                label={words.own[id]}
                count={props.ownCounts.get(id) ?? 0}
                isOn={isSameView(filter, view)}
                onPress={() => show(view)}
              />
            );
          })}
      </ChoiceGroup>
      <TeamViews {...props} onShow={show} />
      {isOfSeveral(props.brands) ? (
        <ChoiceList
          title={words.brands}
          items={brands}
          onPress={(value) => toggle('brands', value)}
        />
      ) : null}
      {props.desks.length === 0 ? null : (
        <ChoiceList
          title={words.desks}
          items={toItems('desks', [...props.desks, { id: '', name: words.noDesk }])}
          onPress={(value) => toggle('desks', value)}
        />
      )}
      {isOfSeveral(teammates) ? (
        <ChoiceList
          title={words.teammates}
          items={toItems('teammates', [...teammates, { id: '', name: words.nobody }])}
          onPress={(value) => toggle('teammates', value)}
        />
      ) : null}
      <ChoiceList
        title={words.sites}
        items={toItems('sites', sites)}
        onPress={(value) => toggle('sites', value)}
      />
      <ChoiceList
        title={words.intents}
        items={toItems(
          'intents',
          INTENTS.map((id) => ({ id, name: triageWords.intents[id] })),
        )}
        onPress={(value) => toggle('intents', value)}
      />
    </nav>
  );
}

/** Filters that the team keeps under a name, and keeping the one that is shown. */
function TeamViews(props: QueueProps & { onShow: (view: BoardFilter) => void }) {
  const { views, filter, sort, onShow, onSort } = props;
  const [name, setName] = useState<string | null>(null);
  const saving = useAttempt(props.onSaveView);
  const removing = useAttempt(props.onRemoveView);
  const isKnown =
    ownViewIds.some((id) => isSameView(filter, toOwnView(id, props.myId))) ||
    views.some(({ view }) => isSameView(filter, view.filter));
  const save = async () => {
    const text = name?.trim() ?? '';
    if (text === '') return;
    const view = { id: crypto.randomUUID(), name: text, filter: { ...filter, query: '' }, sort };
    if (await saving.run(view)) setName(null);
  };
  if (views.length === 0 && isKnown && name === null) return null;
  return (
    <ChoiceGroup title={words.teamViews}>
      {views.map(({ view, count }) => {
        const isOn = isSameView(filter, view.filter);
        return (
          <li key={view.id} class="row">
            <button
              type="button"
              class="choice grow"
              aria-pressed={isOn}
              onClick={() => {
                onShow(view.filter);
                onSort(view.sort);
              }}
            >
              <bdi class="grow">{view.name}</bdi>
              <span class="count">{count.toLocaleString('en')}</span>
            </button>
            {isOn ? (
              <IconButton
                icon={X}
                label={words.removeView(view.name)}
                onPress={() => void removing.run(view.id)}
              />
            ) : null}
          </li>
        );
      })}
      <li>
        {name === null ? (
          isKnown ? null : (
            <Button tone="quiet" onPress={() => setName('')}>
              {words.saveView}
            </Button>
          )
        ) : (
          <form
            class="stack-small"
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <Field
              label={words.viewName}
              value={name}
              maxLength={60}
              takesFocus
              onValue={setName}
            />
            <div class="row">
              <Button tone="main" type="submit" isBusy={saving.isBusy}>
                {words.save}
              </Button>
              <Button tone="quiet" onPress={() => setName(null)}>
                {words.cancel}
              </Button>
            </div>
          </form>
        )}
        <ErrorNote text={saving.refused ?? removing.refused} />
      </li>
    </ChoiceGroup>
  );
}
