import { X } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { uiWords } from './words.ts';

export interface TagInputProps {
  label: string;
  terms: string[];
  onTerms: (terms: string[]) => void;
  hint?: string;
  placeholder?: string;
  /** Brings one typed term into its stored form, such as without a leading `@`. */
  clean?: (term: string) => string;
  /** Shown before each term, such as `@`. */
  prefix?: string;
  maxTerms?: number;
}

/** A list of short terms: Enter, comma or leaving the field adds; Backspace in the empty field takes one back. */
export function TagInput(props: TagInputProps) {
  const { label, terms, onTerms, clean = (term) => term, prefix = '', maxTerms = 200 } = props;
  const id = useId();
  const [typed, setTyped] = useState('');

  const add = (text: string) => {
    const fresh = text.split(/[,\n]/).map((term) => clean(term.trim()).slice(0, 100));
    const all = [...terms];
    for (const term of fresh) {
      if (term !== '' && all.length < maxTerms && !hasTerm(all, term)) all.push(term);
    }
    setTyped('');
    if (all.length > terms.length) onTerms(all);
  };

  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <div class="tag-input">
        {terms.map((term) => (
          <span class="tag" key={term}>
            <bdi class="tag-text">{`${prefix}${term}`}</bdi>
            <button
              type="button"
              class="tag-remove"
              aria-label={uiWords.remove(term)}
              title={uiWords.remove(term)}
              onClick={() => onTerms(terms.filter((one) => one !== term))}
            >
              <X size={12} strokeWidth={2} />
            </button>
          </span>
        ))}
        <input
          id={id}
          class="tag-typed"
          dir="auto"
          value={typed}
          maxLength={2_000}
          autocomplete="off"
          placeholder={terms.length === 0 ? (props.placeholder ?? '') : ''}
          aria-describedby={props.hint === undefined ? undefined : `${id}-about`}
          onInput={(event) => {
            const { value } = event.currentTarget;
            if (/[,\n]/.test(value)) add(value);
            else setTyped(value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              // Enter in the middle of a list must not save the whole form.
              event.preventDefault();
              add(typed);
            } else if (event.key === 'Backspace' && typed === '') onTerms(terms.slice(0, -1));
          }}
          onBlur={() => add(typed)}
        />
      </div>
      {props.hint === undefined ? null : (
        <p class="hint" id={`${id}-about`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

function hasTerm(terms: string[], term: string): boolean {
  return terms.some((one) => one.toLocaleLowerCase() === term.toLocaleLowerCase());
}
