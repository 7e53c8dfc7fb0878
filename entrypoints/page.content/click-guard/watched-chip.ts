/** One chip under the guard: where it stands, and what came to it. */
import { now } from '#utils/platform/clock.ts';
import type { Surface } from '../surface.ts';
import type { PointerTrail } from './pointer-trail.ts';
import { createStillness } from './stillness.ts';
import type { Stillness } from './stillness.ts';

interface Arrival {
  button: Element;
  at: number;
  wentThere: boolean;
  isTouch: boolean;
}

/** A press as it was: what came to the chip afterwards does not count for it. */
export interface Press {
  at: number;
  isKeyboard: boolean;
  arrived: Arrival | null;
  focusedAt: number | null;
}

/** A chip that is watched, and what is known of it now. */
export interface Watched {
  surface: Surface;
  frame: Element;
  stillness: Stillness;
  buttons: Set<Element>;
  isNear: boolean;
  hostStyle: string;
  isTampered: boolean;
  arrived: Arrival | null;
  focusedAt: number | null;
  pressed: { button: Element; at: number } | null;
  stop(): void;
}

/** Listens to what comes to one chip. */
export function follow(
  surface: Surface,
  frame: Element,
  trail: Pick<PointerTrail, 'cameFromOutside'>,
  look: (at: number) => void,
): Watched {
  const { host, root } = surface;
  const end = new AbortController();
  const style = new MutationObserver(() => {
    if (host.getAttribute('style') === one.hostStyle) return;
    // Nobody but the page changes our host. It is put right, and nothing counts on this chip any more.
    one.isTampered = true;
    host.setAttribute('style', one.hostStyle);
  });
  const fresh = new MutationObserver(() => {
    if (one.isNear) look(now());
  });
  const one: Watched = {
    surface,
    frame,
    stillness: createStillness(),
    buttons: new Set(),
    isNear: false,
    hostStyle: host.getAttribute('style') ?? '',
    isTampered: false,
    arrived: null,
    focusedAt: null,
    pressed: null,
    stop() {
      style.disconnect();
      fresh.disconnect();
      end.abort();
    },
  };
  const listen = (type: string, listener: (event: Event) => void) =>
    root.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) listener(event);
      },
      { capture: true, passive: true, signal: end.signal },
    );
  listen('pointerover', (event) => {
    const at = now();
    look(at);
    const button = findButton(event);
    if (!button) one.arrived = null;
    else if (one.arrived?.button !== button) {
      const isTouch = (event as PointerEvent).pointerType === 'touch';
      const wentThere = isTouch || trail.cameFromOutside(button.getBoundingClientRect());
      one.arrived = { button, at, wentThere, isTouch };
    }
  });
  listen('pointerout', (event) => {
    const to = (event as PointerEvent).relatedTarget;
    if (!(to instanceof Node) || !root.contains(to)) one.arrived = null;
  });
  listen('pointerdown', (event) => {
    const button = findButton(event);
    look(now());
    one.pressed = button && { button, at: now() };
  });
  listen('focusin', () => {
    one.focusedAt ??= now();
    look(now());
  });
  listen('focusout', (event) => {
    const to = (event as FocusEvent).relatedTarget;
    if (!(to instanceof Node) || !root.contains(to)) one.focusedAt = null;
  });
  style.observe(host, { attributes: true, attributeFilter: ['style'] });
  // Menus come and go: the browser is asked about their items from the first moment.
  fresh.observe(root, { childList: true, subtree: true });
  return one;
}

/** Null when the pointer did not go down on the button that it was released on. */
export function toPress(one: Watched, button: Element, isKeyboard: boolean): Press | null {
  const at = isKeyboard ? now() : one.pressed?.button === button ? one.pressed.at : null;
  if (at === null) return null;
  const arrived = one.arrived?.button === button ? one.arrived : null;
  return { at, isKeyboard, arrived, focusedAt: one.focusedAt };
}

/** The button that an event inside a chip came to. */
export function findButton(event: Event): Element | null {
  const [target] = event.composedPath();
  return target instanceof Element ? target.closest('button') : null;
}
