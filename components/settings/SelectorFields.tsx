import { useState } from 'preact/hooks';
import { Field } from '#components/ui/Field.tsx';
import type { TypedSelectors } from './mend-edit.ts';
import { readingWords as words } from './reading-words.ts';

/** As the team's server takes them. */
const SELECTOR_MAX = 500;

export interface SelectorFieldsProps {
  /** What was typed, or stands in place of what was shipped. */
  typed: TypedSelectors;
  shipped: TypedSelectors;
  /** How many elements each finds on the page. */
  hits: Readonly<Record<string, number>>;
  /** Those that matter most; further ones that find nothing join them. */
  first: string[];
  /** Those that the browser did not understand. */
  wrong: string[];
  onType: (name: string, text: string) => void;
}

/** One field a selector: those that may be broken in sight, the others folded away. */
export function SelectorFields(props: SelectorFieldsProps) {
  const { shipped, hits } = props;
  // Fields must not move while somebody types in them: what was to be seen at first stays.
  const [seen] = useState(
    () => new Set(Object.keys(shipped).filter((name) => props.first.includes(name) || !hits[name])),
  );
  const names = Object.keys(shipped);
  const others = names.filter((name) => !seen.has(name));
  return (
    <>
      {seen.size === 0 ? null : (
        <fieldset class="stack mend-fields">
          <legend class="label">{words.watched}</legend>
          {names.filter((name) => seen.has(name)).map((name) => toField(name, props))}
        </fieldset>
      )}
      {others.length === 0 ? null : (
        <details open={seen.size === 0}>
          <summary>{words.others(others.length)}</summary>
          <div class="stack">{others.map((name) => toField(name, props))}</div>
        </details>
      )}
    </>
  );
}

function toField(name: string, { typed, shipped, hits, wrong, onType }: SelectorFieldsProps) {
  const original = shipped[name] ?? '';
  const text = typed[name] ?? original;
  const isChanged = text.trim() !== '' && text.trim() !== original && original !== '';
  const found = words.hits(hits[name] ?? 0);
  return (
    <Field
      key={name}
      label={name}
      value={text}
      placeholder={original}
      maxLength={SELECTOR_MAX}
      hint={isChanged ? `${found} ${words.shippedAs(original)}` : found}
      error={wrong.includes(name) ? words.notUnderstood : null}
      onValue={(value) => onType(name, value)}
    />
  );
}
