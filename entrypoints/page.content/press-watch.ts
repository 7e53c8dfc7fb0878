/**
 * Hears a press of the site's own Send before the site does, and can hold back that one press. Nothing is ever
 * pressed here, and nothing is sent on again: a press that was held back is over, the person presses once more.
 */

import { isSendKey } from './send-key.ts';

/** A press that lasts longer than this is the site's again, ms. */
const HOLD_MAX_MS = 2_000;

export interface PressWatchOptions {
  now(): number;
  /** The control that sends what stands in the open box; null when no box is open. */
  findSubmit(): HTMLElement | null;
  /** Enter alone sends on this site. */
  sendsOnEnter: boolean;
  /** True when an event comes out of the open box. */
  isInBox(event: Event): boolean;
  /** The pointer or the focus came to the control. */
  onNear(): void;
  /** A person presses; false holds this press back. */
  mayPass(): boolean;
}

interface Press {
  by: 'pointer' | 'key';
  isHeld: boolean;
  startedAt: number;
}

export interface PressWatch {
  /** Hears what is pressed in this window as well: the page's own, and frames in which its editors stand. */
  hear(win: Window): void;
  stop(): void;
}

/** Starts with no window. */
export function watchPresses(options: PressWatchOptions): PressWatch {
  const { now } = options;
  const stop = new AbortController();
  let press: Press | null = null;
  /** A submission that comes of a press is decided with it. */
  let decidedAt = -Infinity;

  const isAtSubmit = (event: Event) => {
    const submit = options.findSubmit();
    return submit !== null && event.composedPath().includes(submit);
  };

  /** Of a press whose end was never heard, as when the window was left with the key down, nothing is left. */
  const isNoneGoing = () => press === null || now() - press.startedAt > HOLD_MAX_MS;

  const begin = (by: Press['by']) => {
    press = { by, isHeld: !options.mayPass(), startedAt: now() };
    decidedAt = now();
  };

  const holdBack = (event: Event) => {
    if (!press?.isHeld || now() - press.startedAt > HOLD_MAX_MS) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const onPointer = (event: Event) => {
    if (event.type === 'pointerdown') {
      press = null;
      if (isAtSubmit(event)) begin('pointer');
    }
    if (press?.by === 'pointer') holdBack(event);
  };

  const onClick = (event: Event) => {
    // Without a press before it: by assistive technology, or by Enter in a field of one line.
    if (isNoneGoing() && isAtSubmit(event)) begin('pointer');
    holdBack(event);
    if (press?.by === 'pointer') press = null;
  };

  const onKeyDown = (event: Event) => {
    const { key, repeat } = event as KeyboardEvent;
    if (repeat && press?.by === 'key') {
      holdBack(event);
      return;
    }
    const isShortcut =
      isSendKey(event as KeyboardEvent, options.sendsOnEnter) && options.isInBox(event);
    const isOnControl = (key === 'Enter' || key === ' ') && isAtSubmit(event);
    if (!isShortcut && !isOnControl) return;
    begin('key');
    holdBack(event);
  };

  const onKeyUp = (event: Event) => {
    if (press?.by !== 'key') return;
    // Of a shortcut, either key may be let go first; the press lasts until Enter or Space is.
    const { key } = event as KeyboardEvent;
    holdBack(event);
    if (key === 'Enter' || key === ' ') press = null;
  };

  const onSubmit = (event: Event) => {
    const isDecided = now() - decidedAt <= HOLD_MAX_MS;
    if (isNoneGoing() && !isDecided && options.isInBox(event)) begin('key');
    holdBack(event);
  };

  const onNear = (event: Event) => {
    if (isAtSubmit(event)) options.onNear();
  };

  // A page can make events too: only those of a person are presses, and only they are held.
  const heard: [types: readonly string[], listener: (event: Event) => void][] = [
    [['pointerdown', 'mousedown', 'pointerup', 'mouseup'], onPointer],
    [['click'], onClick],
    [['keydown'], onKeyDown],
    [['keypress', 'keyup'], onKeyUp],
    [['submit'], onSubmit],
    [['pointerover', 'focusin'], onNear],
  ];
  return {
    hear(win) {
      for (const [types, listener] of heard) {
        for (const type of types) {
          win.addEventListener(type, (event) => event.isTrusted && listener(event), {
            capture: true,
            passive: false,
            signal: stop.signal,
          });
        }
      }
    },
    stop: () => stop.abort(),
  };
}
