import { TriangleAlert } from 'lucide-preact';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Select } from '#components/ui/Select.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { ThemeBars } from './ThemeBars.tsx';
import { ThemeDetail } from './ThemeDetail.tsx';
import { themeWords as words, toTrendWords } from './theme-words.ts';
import type { ShownTheme, ThemesProps } from './themes-props.ts';

const days = ['28', '90', '180'] as const;
const bys = ['themes', 'tags'] as const;

/** What customers keep asking or complaining of, with the chosen theme beside the list. */
export function ThemesView(props: ThemesProps) {
  const { shown, chosenId, onChoose, trouble } = props;
  const chosen = shown?.find(({ theme }) => theme.id === chosenId) ?? null;
  return (
    <div class="themes" data-chosen={chosen !== null}>
      <section class="themes-list" aria-label={words.list}>
        <div class="themes-bar">
          <Select
            label={words.days}
            value={props.days}
            options={days.map((value) => ({ value, label: words.daysOf[value] }))}
            onValue={props.onDays}
          />
          <Select
            label={words.by}
            value={props.by}
            options={bys.map((value) => ({ value, label: words.byOf[value] }))}
            onValue={props.onBy}
          />
        </div>
        <div class="themes-counts">
          <p class="hint grow" role="status">
            {shown === null
              ? trouble === null
                ? words.finding(props.progress)
                : ''
              : toLooked(props)}
          </p>
          <Button
            tone="quiet"
            blocked={shown === null && trouble === null ? words.finding(props.progress) : null}
            onPress={props.onAgain}
          >
            {words.again}
          </Button>
        </div>
        <ErrorNote text={trouble} />
        {shown === null && trouble === null ? <Spinner /> : null}
        {shown?.length === 0 ? (
          <EmptyState
            title={props.by === 'tags' ? words.noTags : words.none}
            text={props.by === 'tags' ? words.noTagsText : words.noneText}
          />
        ) : null}
        <ul>
          {shown?.map((one) => (
            <li key={one.theme.id}>
              <ThemeRow
                shown={one}
                isChosen={one.theme.id === chosenId}
                onChoose={() => onChoose(one.theme.id)}
              />
            </li>
          ))}
        </ul>
      </section>
      <section class="themes-detail" aria-label={words.detail}>
        {chosen === null ? (
          shown === null || shown.length === 0 ? null : (
            <EmptyState title={words.choose} />
          )
        ) : (
          <ThemeDetail
            key={chosen.theme.id}
            shown={chosen}
            now={props.now}
            onBack={() => onChoose(null)}
            onCopy={() => props.onCopy(chosen)}
            onSave={() => props.onSave(chosen)}
            places={props.places}
            onSend={(webhookId) => props.onSend(chosen, webhookId)}
          />
        )}
      </section>
    </div>
  );
}

interface ThemeRowProps {
  shown: ShownTheme;
  isChosen: boolean;
  onChoose: () => void;
}

function ThemeRow({ shown: { theme, bars, spike }, isChosen, onChoose }: ThemeRowProps) {
  const { label, count, trend } = theme;
  return (
    <button
      type="button"
      class="theme-row"
      data-theme-id={theme.id}
      data-chosen={isChosen}
      aria-current={isChosen}
      onClick={onChoose}
    >
      <span class="theme-line">
        <bdi class="theme-label">{label}</bdi>
        {spike === null ? null : (
          <span class="theme-alarm">
            <TriangleAlert size={12} strokeWidth={2} aria-hidden="true" /> {words.alarm}
          </span>
        )}
      </span>
      <span class="theme-line hint">
        <span class="grow">
          {words.posts(count)}
          {trend === null ? '' : ` · ${toTrendWords(trend)}`}
        </span>
        <ThemeBars bars={bars} />
      </span>
    </button>
  );
}

function toLooked({ posts, rest, unread }: ThemesProps): string {
  const looked = words.looked(posts, rest);
  return unread === 0 ? looked : `${looked} ${words.unread(unread)}`;
}
