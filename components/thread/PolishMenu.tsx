import { Sparkles } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { toTimeLeft } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Menu } from '#components/ui/Menu.tsx';
import type { PolishTask } from '#utils/model/polish.ts';
import type { PolishSource, PolishView, PolishWish } from './polish-view.ts';
import {
  polishWords as words,
  toLanguageLabel,
  toNoteWords,
  toRefusalWords,
} from './polish-words.ts';

export interface PolishMenuProps {
  /** Null where no model is switched on: then nothing is shown. */
  source: PolishSource | null;
  /** The draft as it stands. */
  text: string;
  view: PolishView;
  /** What it may be translated into, the customer's own language first: `de`, `pt-BR`. */
  langs: readonly string[];
  /** There are other drafts to merge this one with. */
  canMerge: boolean;
  /** By the server's clock, ms. */
  now: number;
  onWish: (wish: PolishWish) => void;
  /** A person wants the browser's model loaded. */
  onLoad: () => void;
  onTake: (text: string) => void;
  /** Ends what is under way, and puts answers and refusals away. */
  onKeep: () => void;
}

/** Lets a model work on a draft, and shows what comes of it beside the draft. Takes nothing by itself. */
export function PolishMenu(props: PolishMenuProps) {
  const { source, view } = props;
  if (source === null) return null;
  return (
    <div class="stack-small polish">
      <div class="row">
        <PolishButton {...props} source={source} />
        {view.state === 'working' ? (
          <>
            <output class="hint grow">{words.working}</output>
            <Button tone="quiet" onPress={props.onKeep}>
              {words.stop}
            </Button>
          </>
        ) : null}
      </div>
      <Refused {...props} />
      {view.state === 'done' ? <Polished {...props} view={view} /> : null}
    </div>
  );
}

type Level = PolishTask | 'back' | `to ${string}`;

function PolishButton(props: PolishMenuProps & { source: PolishSource }) {
  const { source, view, text, langs, canMerge, now, onWish } = props;
  const [picksLanguage, setPicksLanguage] = useState(false);
  if (source.kind === 'browser' && source.state !== 'available') return <Loading {...props} />;
  const blocked =
    source.kind === 'team' && source.tokensLeft === 0
      ? words.budget(toTimeLeft(source.resetsAt - now))
      : text.trim() === ''
        ? words.empty
        : null;
  if (blocked !== null || view.state === 'working') {
    return (
      <Button tone="quiet" blocked={blocked} isBusy={view.state === 'working'}>
        {words.menu}
      </Button>
    );
  }
  const tasks: Level[] = ['shorten', 'soften'];
  if (langs.length > 0) tasks.push('translate');
  if (canMerge) tasks.push('merge');
  const items = picksLanguage
    ? [
        ...langs.map((lang) => ({ id: `to ${lang}` as Level, label: toLanguageLabel(lang) })),
        { id: 'back' as Level, label: words.back },
      ]
    : tasks.map((id) => ({ id, label: words.tasks[id as PolishTask] }));
  return (
    <Menu<Level>
      label={words.menu}
      face={
        <>
          <Sparkles size={16} strokeWidth={1.75} />
          {words.menu}
        </>
      }
      items={items}
      onClose={() => setPicksLanguage(false)}
      onPick={(id) => {
        if (id === 'translate' || id === 'back') {
          setPicksLanguage(id === 'translate');
          return true;
        }
        onWish(
          id.startsWith('to ')
            ? { task: 'translate', lang: id.slice(3) }
            : { task: id as PolishTask },
        );
        return false;
      }}
    />
  );
}

/** The browser's model has to be loaded first; that is for the person to decide. */
function Loading({ source, onLoad }: PolishMenuProps) {
  if (source?.kind !== 'browser') return null;
  if (source.state === 'downloading') {
    const percent = source.share === null ? null : Math.round(source.share * 100);
    return <output class="hint">{words.loading(percent)}</output>;
  }
  return (
    <div class="stack-small">
      <p class="hint">{words.loadHint}</p>
      <Button onPress={onLoad}>{words.load}</Button>
    </div>
  );
}

function Refused({ view, onWish, onKeep }: PolishMenuProps) {
  const refused = view.state === 'refused' ? view : null;
  return (
    <ErrorNote text={refused && (refused.words ?? toRefusalWords(refused.reason, refused.fault))}>
      {refused === null ? null : (
        <>
          {['budgetUsed', 'off', 'tooLong'].includes(refused.reason) ? null : (
            <Button tone="quiet" onPress={() => onWish(refused.wish)}>
              {words.again}
            </Button>
          )}
          <Button tone="quiet" onPress={onKeep}>
            {words.close}
          </Button>
        </>
      )}
    </ErrorNote>
  );
}

function Polished(props: PolishMenuProps & { view: Extract<PolishView, { state: 'done' }> }) {
  const { view, text, onTake, onKeep } = props;
  return (
    <section class="card stack-small" aria-label={words.title}>
      <p class="hint">{words.hint}</p>
      <PolishText label={words.yours} text={view.was} />
      <PolishText label={words.theirs} text={view.text} isModels />
      {toNoteWords(view.notes).map((note) => (
        <p key={note} class="insert-note">
          {note}
        </p>
      ))}
      {text === view.was ? null : <p class="insert-note">{words.changed}</p>}
      <div class="row row-end">
        <Button tone="quiet" onPress={onKeep}>
          {words.keep}
        </Button>
        <Button tone="main" onPress={() => onTake(view.text)}>
          {words.take}
        </Button>
      </div>
    </section>
  );
}

function PolishText(props: { label: string; text: string; isModels?: boolean }) {
  const { label, text, isModels = false } = props;
  return (
    <figure class="polish-text" data-models={isModels}>
      <figcaption class="label">{label}</figcaption>
      <p class="post-text" dir="auto">
        {text}
      </p>
    </figure>
  );
}
