import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import type { PolishSource, PolishView, PolishWish } from './polish-view.ts';
import { polishWords as words, toNoteWords, toRefusalWords } from './polish-words.ts';

export interface PolishAnswerProps {
  /** Null where no model is switched on: then nothing is shown. */
  source: PolishSource | null;
  /** The draft as it stands. */
  text: string;
  view: PolishView;
  onWish: (wish: PolishWish) => void;
  /** A person wants the browser's model loaded. */
  onLoad: () => void;
  onTake: (text: string) => void;
  /** Ends what is under way, and puts answers and refusals away. */
  onKeep: () => void;
  /** A button in here had the focus, and is gone. */
  onFocusLost: () => void;
}

/** What comes of a model's work, beside the draft. Takes nothing by itself. */
export function PolishAnswer(props: PolishAnswerProps) {
  const { source, view } = props;
  if (source === null) return null;
  return (
    <div class="stack-small polish">
      <Loading {...props} />
      {view.state === 'working' ? (
        <Acts class="row" onFocusLost={props.onFocusLost}>
          <output class="hint grow">{words.working}</output>
          <Button tone="quiet" onPress={props.onKeep}>
            {words.stop}
          </Button>
        </Acts>
      ) : null}
      <Refused {...props} />
      {view.state === 'done' ? <Polished {...props} view={view} /> : null}
    </div>
  );
}

/** Buttons that go once one of them is pressed. */
function Acts(props: { class: string; children: ComponentChildren; onFocusLost: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const onFocusLost = useRef(props.onFocusLost);
  onFocusLost.current = props.onFocusLost;
  useEffect(() => {
    const inside = box.current;
    return () => {
      const active = document.activeElement;
      if (active === null || active === document.body || inside?.contains(active)) {
        onFocusLost.current();
      }
    };
  }, []);
  return (
    <div ref={box} class={props.class}>
      {props.children}
    </div>
  );
}

/** The browser's model has to be loaded first; that is for the person to decide. */
function Loading({ source, onLoad }: PolishAnswerProps) {
  if (source?.kind !== 'browser' || source.state === 'available') return null;
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

function Refused({ view, onWish, onKeep, onFocusLost }: PolishAnswerProps) {
  const refused = view.state === 'refused' ? view : null;
  return (
    <ErrorNote text={refused && (refused.words ?? toRefusalWords(refused.reason, refused.fault))}>
      {refused === null ? null : (
        <Acts class="row row-end" onFocusLost={onFocusLost}>
          {['budgetUsed', 'off', 'tooLong'].includes(refused.reason) ? null : (
            <Button tone="quiet" onPress={() => onWish(refused.wish)}>
              {words.again}
            </Button>
          )}
          <Button tone="quiet" onPress={onKeep}>
            {words.close}
          </Button>
        </Acts>
      )}
    </ErrorNote>
  );
}

function Polished(props: PolishAnswerProps & { view: Extract<PolishView, { state: 'done' }> }) {
  const { view, text, onTake, onKeep, onFocusLost } = props;
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
      <Acts class="row row-end" onFocusLost={onFocusLost}>
        <Button tone="quiet" onPress={onKeep}>
          {words.keep}
        </Button>
        <Button tone="main" onPress={() => onTake(view.text)}>
          {words.take}
        </Button>
      </Acts>
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
