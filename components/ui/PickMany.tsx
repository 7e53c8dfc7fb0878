import { X } from 'lucide-preact';
import { useId, useRef } from 'preact/hooks';
import { uiWords } from './words.ts';

export interface PickManyProps {
  label: string;
  /** What the list asks, such as “Add a site…”. */
  ask: string;
  /** In the order in which they are offered. */
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  onChosen: (chosen: string[]) => void;
  hint?: string;
}

/** Several of a known list: each chosen one is shown with a way to remove it, the rest is offered. */
export function PickMany({ label, ask, options, chosen, onChosen, hint }: PickManyProps) {
  const id = useId();
  const list = useRef<HTMLSelectElement>(null);
  const rest = options.filter(({ value }) => !chosen.includes(value));
  const labelOf = (value: string) =>
    options.find((option) => option.value === value)?.label ?? value;
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <div class="tag-input">
        {chosen.map((value) => (
          <span class="tag" key={value}>
            <bdi class="tag-text">{labelOf(value)}</bdi>
            <button
              type="button"
              class="tag-remove"
              aria-label={uiWords.remove(labelOf(value))}
              title={uiWords.remove(labelOf(value))}
              onClick={() => {
                onChosen(chosen.filter((one) => one !== value));
                list.current?.focus();
              }}
            >
              <X size={12} strokeWidth={2} />
            </button>
          </span>
        ))}
        <select
          ref={list}
          id={id}
          class="pick-more"
          value=""
          aria-describedby={hint === undefined ? undefined : `${id}-about`}
          onChange={(event) => {
            const { value } = event.currentTarget;
            event.currentTarget.value = '';
            if (value !== '') onChosen([...chosen, value]);
          }}
        >
          <option value="">{ask}</option>
          {rest.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-about`}>
          {hint}
        </p>
      )}
    </div>
  );
}
