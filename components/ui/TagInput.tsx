import { X } from 'lucide-preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { toTagMatches } from './tag-matches.ts';
import { TagOptions } from './TagOptions.tsx';
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
  /** Terms that are used already, the most used first: offered while one types. */
  known?: readonly string[];
  /** Takes the focus when it appears. */
  takesFocus?: boolean;
}

/**
 * A list of short terms: Enter, comma or leaving the field adds; Backspace in the empty field takes one back. Known terms are
 * offered while one types: arrows choose, Enter takes, Escape puts them away.
 */
export function TagInput(props: TagInputProps) {
  const { label, terms, onTerms, clean = (term) => term, prefix = '', maxTerms = 200 } = props;
  const id = useId();
  const [typed, setTyped] = useState('');
  // Which of the offered terms Enter would take; −1: what was typed. Null: nothing is offered.
  const [active, setActive] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { takesFocus = false, known = [] } = props;
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const offered = active === null ? [] : toTagMatches(known, terms, typed);

  const add = (text: string) => {
    const fresh = text.split(/[,\n]/).map((term) => clean(term.trim()).slice(0, 100));
    const all = [...terms];
    for (const term of fresh) {
      if (term !== '' && all.length < maxTerms && !hasTerm(all, term)) all.push(term);
    }
    setTyped('');
    setActive(null);
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
          ref={field}
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
            else {
              setTyped(value);
              setActive(value.trim() === '' ? null : -1);
            }
          }}
          {...(known.length === 0 ? {} : toComboBox(id, offered.length, active))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              // Enter in the middle of a list must not save the whole form.
              event.preventDefault();
              add(offered[active ?? -1] ?? typed);
            } else if (known.length > 0 && isArrow(event.key)) {
              event.preventDefault();
              setActive(toNext(active, event.key, toTagMatches(known, terms, typed).length));
            } else if (event.key === 'Escape' && offered.length > 0) {
              // What is around it stays open.
              event.preventDefault();
              setActive(null);
            } else if (event.key === 'Backspace' && typed === '') onTerms(terms.slice(0, -1));
          }}
          onBlur={() => add(typed)}
        />
        {known.length === 0 ? null : (
          <TagOptions
            id={`${id}-known`}
            options={offered}
            active={active}
            prefix={prefix}
            onPick={add}
          />
        )}
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

const isArrow = (key: string) => key === 'ArrowDown' || key === 'ArrowUp';

/** Round through what is offered and, between its ends, what was typed. */
function toNext(active: number | null, key: string, count: number): number {
  if (count === 0) return -1;
  const now = active ?? -1;
  if (key === 'ArrowDown') return now + 1 < count ? now + 1 : -1;
  return now === -1 ? count - 1 : now - 1;
}

/** What a field with offers says of itself. */
function toComboBox(id: string, count: number, active: number | null) {
  return {
    role: 'combobox' as const,
    'aria-autocomplete': 'list' as const,
    'aria-expanded': count > 0,
    'aria-controls': `${id}-known`,
    'aria-activedescendant':
      active !== null && active >= 0 && active < count ? `${id}-known-${active}` : undefined,
  };
}
