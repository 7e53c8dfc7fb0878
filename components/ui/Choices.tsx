import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { uiWords as words } from './words.ts';

/** Of long groups so many are shown at first. */
const SHOWN = 8;

/** A named group of choices that narrow a list. */
export function ChoiceGroup({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="choice-group">
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

export interface ChoiceProps {
  label: string;
  /** How many records it leaves. */
  count: number;
  isOn: boolean;
  onPress: () => void;
}

/** One choice that is on or off. */
export function Choice({ label, count, isOn, onPress }: ChoiceProps) {
  return (
    <li>
      <button type="button" class="choice" aria-pressed={isOn} onClick={onPress}>
        <bdi class="grow">{label}</bdi>
        <span class="count">{count.toLocaleString('en')}</span>
      </button>
    </li>
  );
}

export interface ChoiceItem {
  value: string;
  label: string;
  count: number;
  isOn: boolean;
}

export interface ChoiceListProps {
  title: string;
  items: readonly ChoiceItem[];
  onPress: (value: string) => void;
}

/** A group of which the first are shown, and all on request. What is chosen is never hidden. */
export function ChoiceList({ title, items, onPress }: ChoiceListProps) {
  const [isOpen, setOpen] = useState(false);
  if (items.length === 0) return null;
  const shown = items.filter(({ isOn }, at) => isOpen || at < SHOWN || isOn);
  return (
    <ChoiceGroup title={title}>
      {shown.map(({ value, ...item }) => (
        <Choice key={value} {...item} onPress={() => onPress(value)} />
      ))}
      {items.length > SHOWN ? (
        <li>
          <Button tone="quiet" onPress={() => setOpen(!isOpen)}>
            {isOpen ? words.fewer : words.all}
          </Button>
        </li>
      ) : null}
    </ChoiceGroup>
  );
}
