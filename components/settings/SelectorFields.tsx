import { useEffect, useState } from 'preact/hooks';
import { Field } from '#components/ui/Field.tsx';
import { siteSelectorsSchema } from '#utils/model/team-site.ts';
import type { TypedSelectors } from './mend-edit.ts';
import { readingWords as words, toSelectorLabel } from './reading-words.ts';

/** Longest selector that a team takes. */
const SELECTOR_MAX = siteSelectorsSchema.valueType.maxLength ?? Infinity;

export interface SelectorFieldsProps {
  /** What was typed, or stands in place of what was shipped. */
  typed: TypedSelectors;
  shipped: TypedSelectors;
  /** How many elements each finds on the page; null while that is not known. */
  hits: Readonly<Record<string, number>> | null;
  /** Those that matter most; further ones that find nothing join them. */
  first: string[];
  /** Above those in sight. */
  legend: string;
  /** Those that the browser did not understand. */
  wrong: string[];
  onType: (name: string, text: string) => void;
}

/** One field a selector: those that may be broken in sight, the others folded away. */
export function SelectorFields(props: SelectorFieldsProps) {
  const { first, hits } = props;
  const names = Object.keys(props.shipped);
  const findSuspects = () =>
    names.filter((name) => first.includes(name) || (hits !== null && !hits[name]));
  // Fields must not move while somebody types in them: what was once to be seen stays, and only a page joins more.
  const [seen, setSeen] = useState(() => new Set(findSuspects()));
  const isRead = hits !== null;
  useEffect(() => {
    if (isRead) setSeen((last) => new Set([...last, ...findSuspects()]));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each page
  }, [isRead]);
  const others = names.filter((name) => !seen.has(name));
  return (
    <>
      {seen.size === 0 ? null : (
        <fieldset class="stack mend-fields">
          <legend class="label">{props.legend}</legend>
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
  const isEmpty = text.trim() === '';
  const isChanged = !isEmpty && text.trim() !== original && original !== '';
  const found = isEmpty && original === '' ? words.empty : hits && words.hits(hits[name] ?? 0);
  const hint = [found, isChanged ? words.shippedAs(original) : null].filter(
    (part) => part !== null,
  );
  return (
    <Field
      key={name}
      label={toSelectorLabel(name)}
      value={text}
      placeholder={original}
      maxLength={SELECTOR_MAX}
      hint={hint.join(' ')}
      error={wrong.includes(name) ? words.notUnderstood : null}
      onValue={(value) => onType(name, value)}
    />
  );
}
