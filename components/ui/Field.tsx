import { useEffect, useId, useRef } from 'preact/hooks';

export interface FieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** One line that helps to fill it in. */
  hint?: string;
  /** What is wrong with it and what to do; null when nothing is. */
  error?: string | null;
  placeholder?: string;
  maxLength?: number;
  isRequired?: boolean;
  /** Lines; more than one makes a text area. */
  rows?: number;
  /** Id of a `datalist` with what is usual; of a single line only. */
  list?: string;
  /** Takes the focus when it appears, with the cursor at the end: for a field that a person has just asked for. */
  takesFocus?: boolean;
}

/** A labeled line or area of text with hint and error. */
export function Field(props: FieldProps) {
  const id = useId();
  const { label, hint, error = null, rows = 1, takesFocus = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const shared = {
    id,
    class: 'input',
    value: props.value,
    maxLength: props.maxLength ?? 2_000,
    required: props.isRequired ?? false,
    placeholder: props.placeholder ?? '',
    dir: 'auto' as const,
    'aria-invalid': error !== null,
    'aria-describedby': hint === undefined && error === null ? undefined : `${id}-about`,
    onInput: (event: { currentTarget: { value: string } }) =>
      props.onValue(event.currentTarget.value),
  };
  useEffect(() => {
    const field = takesFocus
      ? box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
      : null;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [takesFocus]);
  return (
    <div ref={box} class="field">
      <label class="label" for={id}>
        {label}
      </label>
      {rows > 1 ? (
        <textarea {...shared} rows={rows} />
      ) : (
        <input {...shared} type="text" autocomplete="off" list={props.list} />
      )}
      {error === null ? null : (
        <p class="field-error" id={`${id}-about`}>
          {error}
        </p>
      )}
      {error === null && hint !== undefined ? (
        <p class="hint" id={`${id}-about`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
