import type { TargetedKeyboardEvent } from 'preact';

export interface Tab<Id extends string> {
  id: Id;
  label: string;
  /** Shown beside the label unless it is 0; null while unknown. */
  count?: number | null;
}

export interface TabsProps<Id extends string> {
  /** Names the list of tabs, and prefixes the ids of tabs and their panel. */
  name: string;
  label: string;
  tabs: Tab<Id>[];
  active: Id;
  onTab: (id: Id) => void;
}

/** What the element under the tabs needs, so that it is known as their panel. */
export function toTabPanel(name: string, active: string) {
  return { role: 'tabpanel' as const, id: `${name}-panel`, 'aria-labelledby': `${name}-${active}` };
}

/** A row of tabs, or a column where its place makes it one: arrow keys move and choose, Home and End jump. */
export function Tabs<Id extends string>({ name, label, tabs, active, onTab }: TabsProps<Id>) {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const next = toNextIndex(
      event.key,
      tabs.findIndex((tab) => tab.id === active),
      tabs.length,
    );
    const tab = next === null ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    onTab(tab.id);
    const buttons = event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]');
    buttons[next ?? 0]?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          class="tab"
          id={`${name}-${tab.id}`}
          aria-selected={tab.id === active}
          aria-controls={`${name}-panel`}
          tabIndex={tab.id === active ? 0 : -1}
          onClick={() => onTab(tab.id)}
        >
          {tab.label}
          {tab.count ? <span class="count">{toCount(tab.count)}</span> : null}
        </button>
      ))}
    </div>
  );
}

function toNextIndex(key: string, index: number, length: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (index + 1) % length;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (index - 1 + length) % length;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}

function toCount(count: number): string {
  return count > 999 ? '999+' : String(count);
}
