import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Menu } from '#components/ui/Menu.tsx';
import { WebLink } from '#components/ui/WebLink.tsx';
import { toAge, toTimestamp } from '#components/ui/age.ts';
import { triageWords } from '#components/thread/triage-words.ts';
import type { Intent } from '#utils/model/intents.ts';
import { toSpikeWords } from '#utils/themes/spikes.ts';
import { ThemeBars } from './ThemeBars.tsx';
import { themeWords as words, toTrendWords } from './theme-words.ts';
import type { ShownTheme } from './themes-props.ts';

interface ThemeDetailProps {
  shown: ShownTheme;
  now: number;
  onBack: () => void;
  onCopy: () => Promise<boolean>;
  onSave: () => void;
  places: readonly { id: string; name: string }[];
  onSend: (webhookId: string) => Promise<string | null>;
}

/** One theme: how many, since when, and what customers say. */
export function ThemeDetail({
  shown,
  now,
  onBack,
  onCopy,
  onSave,
  places,
  onSend,
}: ThemeDetailProps) {
  const { theme, examples, stories, bars, spike, shares } = shown;
  const [said, setSaid] = useState('');
  const intents = (Object.entries(theme.intents) as [Intent, number][]).toSorted(
    ([, one], [, other]) => other - one,
  );
  return (
    <article class="stack theme-detail">
      <div class="themes-back">
        <Button tone="quiet" onPress={onBack}>
          {words.back}
        </Button>
      </div>
      <h2 dir="auto">{theme.label}</h2>
      <div class="row">
        <p class="grow">
          <strong>{words.posts(theme.count)}</strong>, {words.share(theme.share)}
          {theme.trend === null ? null : ` · ${toTrendWords(theme.trend)}`}
        </p>
        <ThemeBars bars={bars} width={168} />
      </div>
      {spike === null ? null : (
        <p class="theme-alarm">
          {words.alarm}: {toSpikeWords(spike)} ({toAge(Math.max(0, now - spike.peak.at))})
        </p>
      )}
      <dl class="theme-facts">
        {theme.words.length === 0 ? null : (
          <Fact name={words.words} value={theme.words.map((word) => `“${word}”`).join(', ')} />
        )}
        {intents.length === 0 ? null : (
          <Fact
            name={words.whatTheyAre}
            value={intents.map(([id, some]) => `${triageWords.intents[id]} ${some}`).join(', ')}
          />
        )}
        {shares.length === 0 ? null : (
          <Fact
            name={words.where}
            value={shares.map(({ name, count }) => `${name} ${count}`).join(', ')}
          />
        )}
      </dl>
      <div class="row">
        <Button
          tone="main"
          onPress={async () => setSaid((await onCopy()) ? words.copied : words.notCopied)}
        >
          {words.copy}
        </Button>
        <Button tone="quiet" onPress={onSave}>
          {words.save}
        </Button>
        {places.length === 0 ? null : (
          <Menu
            label={words.send}
            face={words.send}
            items={places.map(({ id, name }) => ({ id, label: name }))}
            onPick={(id) => {
              const name = places.find((place) => place.id === id)?.name ?? '';
              void onSend(id).then((refused) => setSaid(refused ?? words.sent(name)));
            }}
          />
        )}
        <span class="hint" role="status">
          {said}
        </span>
      </div>
      <h3>{words.examples}</h3>
      <ul class="theme-examples">
        {examples.map(({ id, handle, place, text, permalink, at }) => (
          <li key={id}>
            <p class="hint">
              <WebLink href={permalink} title={toTimestamp(at)}>
                <bdi>{words.onPlace(handle, place)}</bdi> · {toAge(Math.max(0, now - at))}
              </WebLink>
            </p>
            <p dir="auto">{text}</p>
          </li>
        ))}
      </ul>
      {stories.length === 0 ? null : (
        <>
          <h3>{words.stories}</h3>
          <ul class="theme-examples">
            {stories.map(({ id, handle, text, permission }) => (
              <li key={id} data-story={id}>
                <p class="hint">
                  <bdi>@{handle}</bdi> · {words.permissions[permission]}
                </p>
                <p dir="auto">{text}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </>
  );
}
