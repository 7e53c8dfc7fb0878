import { useId } from 'preact/hooks';

export interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  isBusy?: boolean;
  onValue: (value: Value) => void;
}

/** A labeled choice of one. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, options, isBusy = false, onValue } = props;
  const id = useId();
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="input"
        value={value}
        aria-busy={isBusy}
        disabled={isBusy}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onValue(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
