import { useEffect, useRef, useState } from 'preact/hooks';
import { markWords as words } from './mark-words.ts';

export interface MarkFormProps {
  /** The beginning of what is selected. */
  quote: string;
  /** Empty where none was found near the text. */
  author: string;
  brands: readonly { id: string; name: string }[];
  brandId: string;
  /** By the page's measured background, not by the system's setting. */
  theme: 'light' | 'dark';
  onSave: (choice: { author: string; brandId: string }) => void;
  onCancel: () => void;
}

/** Asks what a page does not tell of a selected post: who wrote it, and of which brand it speaks. */
export function MarkForm(props: MarkFormProps) {
  const { quote, brands, theme, onSave, onCancel } = props;
  const [author, setAuthor] = useState(props.author);
  const [brandId, setBrand] = useState(props.brandId);
  const [error, setError] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
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
      {...listeners}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (author.trim() === '') {
            setError(words.noAuthor);
            first.current?.focus();
          } else onSave({ author: author.trim(), brandId });
        }}
      >
        <p class="text title">{words.title}</p>
        <p class="text quote" dir="auto">
          {quote}
        </p>
        <label class="row">
          <span>{words.author}</span>
          <input
            ref={first}
            class="input"
            type="text"
            autocomplete="off"
            dir="auto"
            maxLength={200}
            value={author}
            aria-invalid={error !== null}
            aria-describedby="about-author"
            onInput={({ currentTarget }) => setAuthor(currentTarget.value)}
          />
        </label>
        <p class="hint" id="about-author" role={error === null ? undefined : 'alert'}>
          {error ?? words.authorHint}
        </p>
        {brands.length > 1 ? (
          <label class="row">
            <span>{words.brand}</span>
            <select
              class="input"
              value={brandId}
              onChange={({ currentTarget }) => setBrand(currentTarget.value)}
            >
              {brands.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <div class="acts">
          <button class="act" type="submit">
            {words.save}
          </button>
          <button class="act act-quiet" type="button" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      </form>
    </div>
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
