import type { ComponentChildren, ComponentType, TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { placeFloating } from './floating.ts';

export interface MenuItem<Id extends string> {
  id: Id;
  label: string;
  icon?: ComponentType<{ size?: number; strokeWidth?: number }>;
}

export interface MenuProps<Id extends string> {
  label: string;
  /** What the opening button shows. */
  face: ComponentChildren;
  items: MenuItem<Id>[];
  /** Returns true to keep the menu open, for a second level in the same place. */
  onPick: (id: Id, event: MouseEvent) => boolean | void;
  /** Called when it closes, however that came about. */
  onClose?: () => void;
}

/** A button with a list of acts. Arrow keys move, Escape closes and gives the focus back. */
export function Menu<Id extends string>({ label, face, items, onPick, onClose }: MenuProps<Id>) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const first = items[0]?.id;

  // At once, not after painting: the check for a lost focus (below) comes before that.
  useLayoutEffect(() => {
    if (!isOpen || !list.current || !button.current) return;
    placeFloating(list.current, button.current);
    list.current.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const page = button.current.ownerDocument;
    const onScroll = () => setOpen(false);
    page.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => page.removeEventListener('scroll', onScroll, { capture: true });
  }, [isOpen, first]);

  const close = (givesFocusBack: boolean) => {
    setOpen(false);
    onClose?.();
    if (givesFocusBack) button.current?.focus();
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close(true);
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = buttons.findIndex((one) => one.matches(':focus'));
    const step = event.key === 'ArrowDown' ? 1 : -1;
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };

  return (
    <span class="menu">
      <button
        ref={button}
        type="button"
        class="icon-button menu-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => (isOpen ? close(false) : setOpen(true))}
      >
        {face}
      </button>
      {isOpen ? (
        <div
          ref={list}
          id={id}
          class="menu-list floating"
          role="menu"
          popover="manual"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onFocusOut={(event) => {
            const to = event.relatedTarget;
            // Replacing the items removes the focused one: then the focus goes nowhere, and the effect sets it anew.
            if (to === button.current || (to instanceof Node && list.current?.contains(to))) return;
            if (to !== null || !event.currentTarget.isConnected) close(false);
            else queueMicrotask(() => hasLostFocus(list.current) && close(false));
          }}
        >
          {items.map(({ id: itemId, label: words, icon: Icon }) => (
            <button
              key={itemId}
              type="button"
              role="menuitem"
              class="menu-item"
              tabIndex={-1}
              onClick={(event) => {
                if (onPick(itemId, event) !== true) close(true);
              }}
            >
              {Icon ? <Icon size={16} strokeWidth={1.75} /> : null}
              {words}
            </button>
          ))}
        </div>
      ) : null}
    </span>
  );
}

function hasLostFocus(list: HTMLElement | null): boolean {
  return list !== null && !list.matches(':focus-within');
}
