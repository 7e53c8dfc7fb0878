/**
 * Sees to it that a press on one of our buttons in a page is meant. The page is hostile: it can cover our elements
 * with what lets clicks through, fade them, or push them under the pointer, and the click that arrives is a
 * person’s own (docs/threats.md T9). So a press counts only for a button that was seen where it is before it was
 * pressed. A press that is merely early is kept until its evidence is complete.
 */
import { now } from '#utils/platform/clock.ts';
import { afterFrame } from '../after-frame.ts';
import { isOurs } from '../surface.ts';
import type { Surface } from '../surface.ts';
import { judgePress } from './evidence.ts';
import type { Verdict } from './evidence.ts';
import { isOnTop } from './on-top.ts';
import { isPlain } from './plain-style.ts';
import { followPointer } from './pointer-trail.ts';
import { canVouch, createSightKeeper } from './sight.ts';
import { SCROLL_MS } from './stillness.ts';
import { findButton, follow, toPress } from './watched-chip.ts';
import type { Press, Watched } from './watched-chip.ts';

/** Chips on screen are looked at this often while nothing happens, ms. */
const LOOK_MS = 250;
/** And this often while the pointer moves, ms. */
const LOOK_MOVING_MS = 50;
/** An early press is judged again this often, ms. */
const AGAIN_MS = 40;

/** What a person is told when their press did not count. */
export const NOT_SURE =
  'Hearback could not make sure that you see this button. Press it in the popup.';

export interface ClickGuardOptions {
  doc: Document;
  /** Makes all of the page answer to hit tests, or ends that. For browsers that do not vouch for what is seen. */
  probe(isOn: boolean): Promise<void>;
}

export interface ClickGuard {
  /** `frame`: what of it has a place in the page, if the host itself has none. */
  watch(surface: Surface, frame?: Element): void;
  unwatch(surface: Surface): void;
  /** True when the press may count. Takes up to about a second for one that came early. Never throws. */
  isMeant(surface: Surface, event: Event): Promise<boolean>;
  stop(): void;
}

/** Creates a guard for one page. Does nothing until a surface is watched. */
export function createClickGuard({ doc, probe }: ClickGuardOptions): ClickGuard {
  const watched = new Map<Element, Watched>();
  const sights = canVouch() ? createSightKeeper() : null;
  let lookedAt = 0;

  const look = (one: Watched, at: number) => {
    one.stillness.note(one.frame.getBoundingClientRect(), at, trail.scrolledAt);
    if (!sights) return;
    for (const button of one.buttons) {
      if (button.isConnected) continue;
      sights.unwatch(button);
      one.buttons.delete(button);
    }
    for (const button of one.surface.root.querySelectorAll('button')) {
      if (one.buttons.has(button)) continue;
      one.buttons.add(button);
      sights.watch(button);
    }
  };
  const lookAtAll = () => {
    lookedAt = now();
    for (const one of watched.values()) if (one.isNear) look(one, lookedAt);
  };
  const trail = followPointer(doc, () => {
    if (now() - lookedAt >= LOOK_MOVING_MS) lookAtAll();
  });
  let isStopped = false;
  const timer = setInterval(() => {
    if (doc.visibilityState !== 'visible' || watched.size === 0) return;
    // Where things are costs a layout of the whole page while it is changing, and nothing when it was just drawn.
    afterFrame(doc, () => {
      if (!isStopped && doc.visibilityState === 'visible') lookAtAll();
    });
  }, LOOK_MS);

  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const one = [...watched.values()].find(({ frame }) => frame === target);
      if (!one) continue;
      one.isNear = isIntersecting;
      if (isIntersecting) look(one, now());
      else forget(one);
    }
  });
  const forget = (one: Watched) => {
    for (const button of one.buttons) sights?.unwatch(button);
    one.buttons.clear();
  };

  /** What speaks for and against a press at this moment. `shown` is the button, or what of its chip still stands. */
  const judge = (one: Watched, shown: Element, press: Press): Verdict => {
    const at = now();
    look(one, at);
    const sight = sights?.of(shown);
    const arrivedAt = press.arrived?.at ?? null;
    // Without the browser's word, it has been seen for as long as pointer or focus are known to be there.
    const hereSince = press.isKeyboard ? press.focusedAt : arrivedAt;
    const isThere = !one.isTampered && shown.isConnected && doc.visibilityState === 'visible';
    const hiddenAt = sight?.hiddenAt ?? null;
    // What comes out from under a page's header while somebody scrolls was hidden by nobody.
    const isExcused = hiddenAt !== null && hiddenAt <= trail.scrolledAt + SCROLL_MS;
    return judgePress({
      now: at,
      pressedAt: press.at,
      seenSince: sights ? (sight?.since ?? null) : hereSince,
      isHidden: !isThere || sight?.isHidden === true || !isPlain(shown),
      lastHiddenAt: isExcused ? null : hiddenAt,
      cameAt: one.stillness.cameAt,
      movedAt: one.stillness.movedAt,
      movedByPageAt: one.stillness.movedByPageAt,
      arrivedAt: hereSince,
      wentThere: press.arrived?.wentThere === true,
      isTouch: press.arrived?.isTouch === true,
      isKeyboard: press.isKeyboard,
    });
  };

  const isTop = async (one: Watched, button: Element | null): Promise<boolean> => {
    if (sights) return true;
    if (!button) return false;
    await probe(true);
    try {
      return isOnTop(button, one.surface.host, isOurs);
    } finally {
      await probe(false);
    }
  };

  return {
    watch(surface, frame = surface.host) {
      const one = follow(surface, frame, trail, (at) => look(one, at));
      watched.set(surface.host, one);
      near.observe(frame);
    },

    unwatch(surface) {
      const one = watched.get(surface.host);
      if (!one) return;
      watched.delete(surface.host);
      near.unobserve(one.frame);
      forget(one);
      one.stop();
    },

    async isMeant(surface, event) {
      const one = watched.get(surface.host);
      const button = findButton(event);
      // The second press of a double click was meant for what stood there before the first.
      if (!one || !button || !event.isTrusted || !(event instanceof MouseEvent)) return false;
      if (event.detail > 1) return false;
      const press = toPress(one, button, event.detail === 0);
      if (!press) return false;
      // Menus close as soon as something is picked: then the rest of the chip stands for the item.
      const shown = () => (button.isConnected ? button : surface.root.querySelector('button'));
      try {
        for (let isFirst = true; ; isFirst = false) {
          const still = shown();
          const verdict = still ? judge(one, still, press) : 'refuse';
          if (verdict === 'refuse') return false;
          if (isFirst && !(await isTop(one, shown()))) return false;
          if (verdict === 'go') break;
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        }
        return await isTop(one, shown());
      } catch {
        return false;
      }
    },

    stop() {
      isStopped = true;
      clearInterval(timer);
      trail.stop();
      near.disconnect();
      sights?.stop();
      for (const one of watched.values()) one.stop();
      watched.clear();
    },
  };
}
