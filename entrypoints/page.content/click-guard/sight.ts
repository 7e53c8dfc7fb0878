/**
 * What the browser itself says of a button being seen: IntersectionObserver v2, which answers `isVisible` only for
 * what nothing covers, clips, filters, fades or turns. Chromium has it; Firefox does not (153, 2026-11).
 */
import { now } from '#utils/platform/clock.ts';

/** The least that `trackVisibility` allows, ms. */
const DELAY_MS = 100;

interface SeenEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/** What is known of one button. Times are local clock, ms. */
export interface Sight {
  /** Seen without interruption since then; null while it is not. */
  since: number | null;
  /** When it was last on screen without being visible; null: never. */
  hiddenAt: number | null;
  isHidden: boolean;
}

export interface SightKeeper {
  watch(button: Element): void;
  unwatch(button: Element): void;
  /** Null until the browser has said something. */
  of(button: Element): Sight | null;
  stop(): void;
}

/** True where the browser can vouch for what is seen. */
export function canVouch(): boolean {
  return 'isVisible' in IntersectionObserverEntry.prototype;
}

/** Starts keeping. Costs one occlusion test per watched button at most every 100 ms, by the browser. */
export function createSightKeeper(): SightKeeper {
  const sights = new WeakMap<Element, Sight>();
  const observer = new IntersectionObserver(
    (entries: SeenEntry[]) => {
      for (const { target, isIntersecting, isVisible } of entries) {
        const known = sights.get(target) ?? { since: null, hiddenAt: null, isHidden: false };
        if (isVisible) known.since ??= now();
        else known.since = null;
        const wasHidden = known.isHidden;
        known.isHidden = isIntersecting && isVisible !== true;
        // The browser speaks of changes only: until now it was hidden.
        if (known.isHidden || wasHidden) known.hiddenAt = now();
        sights.set(target, known);
      }
    },
    // The two options are missing from the types of the language.
    { trackVisibility: true, delay: DELAY_MS, threshold: [0, 1] } as IntersectionObserverInit,
  );
  return {
    watch: (button) => observer.observe(button),
    unwatch(button) {
      observer.unobserve(button);
      sights.delete(button);
    },
    of: (button) => sights.get(button) ?? null,
    stop: () => observer.disconnect(),
  };
}
