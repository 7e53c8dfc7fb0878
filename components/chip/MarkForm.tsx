import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attempt } from '#components/ui/attempt.ts';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { markWords as words } from './mark-words.ts';

/** What a person has said of a selected post. */
export interface MarkChoice {
  author: string;
  brandId: string;
}

export interface MarkFormProps {
  /** The beginning of what is selected. */
  quote: string;
  /** Empty where none was found near the text. */
  author: string;
  brands: readonly { id: string; name: string }[];
  /** Empty where it is not clear which one is meant. */
  brandId: string;
  /** By the page's measured background, not by the system's setting. */
  theme: 'light' | 'dark';
  /** Refused, the form stays as it was filled in and says why. */
  onSave: Attempt<[choice: MarkChoice]>;
  onCancel: () => void;
}

/** Asks what a page does not tell of a selected post: who wrote it, and of which brand it speaks. */
export function MarkForm(props: MarkFormProps) {
  const { quote, brands, theme, onCancel } = props;
  const [author, setAuthor] = useState(props.author);
  const [brandId, setBrand] = useState(props.brandId);
  const [missing, setMissing] = useState<keyof MarkChoice | null>(null);
  const authorField = useRef<HTMLInputElement>(null);
  const brandField = useRef<HTMLSelectElement>(null);
  const { isBusy, refused, run, forget } = useAttempt(props.onSave);
  useEffect(() => authorField.current?.focus(), []);

  const submit = () => {
    if (isBusy) return;
    const choice = { author: author.trim(), brandId };
    if (choice.author === '') {
      setMissing('author');
      authorField.current?.focus();
    } else if (brandId === '') {
      setMissing('brandId');
      brandField.current?.focus();
    } else {
      setMissing(null);
      void run(choice);
      return;
    }
    forget();
  };
  const listeners = {
    ...keepFromPage,
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape') onCancel();
      event.stopPropagation();
    },
  };
  return (
    <div
      class="notice mark"
      data-theme={theme}
      data-place="foot"
      role="dialog"
      aria-label={words.title}
      aria-busy={isBusy}
      {...listeners}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          submit();
        }}
      >
        <p class="text title">{words.title}</p>
        <p class="text quote" dir="auto">
          {quote}
        </p>
        <label class="row">
          <span>{words.author}</span>
          <input
            ref={authorField}
            class="input"
            type="text"
            autocomplete="off"
            dir="auto"
            maxLength={200}
            value={author}
            aria-invalid={missing === 'author'}
            aria-describedby="about-author"
            onInput={({ currentTarget }) => setAuthor(currentTarget.value)}
          />
        </label>
        <p class="hint" id="about-author" role={missing === 'author' ? 'alert' : undefined}>
          {missing === 'author' ? words.noAuthor : words.authorHint}
        </p>
        {brands.length > 1 ? (
          <label class="row">
            <span>{words.brand}</span>
            <select
              ref={brandField}
              class="input"
              value={brandId}
              aria-invalid={missing === 'brandId'}
              aria-describedby={missing === 'brandId' ? 'about-brand' : undefined}
              onChange={({ currentTarget }) => setBrand(currentTarget.value)}
            >
              {props.brandId === '' ? <option value="">{words.chooseBrand}</option> : null}
              {brands.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {missing === 'brandId' ? <Refusal id="about-brand" text={words.noBrandChosen} /> : null}
        {refused === null ? null : <Refusal id="refused" text={refused} />}
        <div class="acts">
          {/* Not disabled: that would take the focus away from who pressed it. */}
          <button class="act" type="submit" aria-disabled={isBusy}>
            {isBusy ? words.saving : words.save}
          </button>
          <button class="act act-quiet" type="button" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      </form>
    </div>
  );
}

function Refusal({ id, text }: { id: string; text: string }) {
  return (
    <p class="hint" id={id} role="alert">
      {text}
    </p>
  );
}

function keepInside(event: Event): void {
  event.stopPropagation();
}

// Pages listen for single keys, and close what is open on a press elsewhere.
const keepFromPage = {
  onClick: keepInside,
  onPointerDown: keepInside,
  onMouseDown: keepInside,
  onMouseUp: keepInside,
  onKeyUp: keepInside,
  onKeyPress: keepInside,
  onInput: keepInside,
  onPaste: keepInside,
};
