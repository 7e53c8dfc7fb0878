import { render } from 'preact';
import { Chip } from '#components/chip/Chip.tsx';
import type { ChipAct } from '#components/chip/chip-act.ts';
import chipCss from '#components/chip/chip.css?inline';
import tokensCss from '#components/tokens.css?inline';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { now } from '#utils/platform/clock.ts';
import { NOT_SURE } from './click-guard/click-guard.ts';
import type { ClickGuard } from './click-guard/click-guard.ts';
import { createDrawQueue } from './draw-queue.ts';
import { createSurface, measureTheme } from './surface.ts';
import type { Surface } from './surface.ts';

/** They show something, or hand the person a link: a page gains nothing by having them pressed. */
const harmless: ReadonlySet<ChipAct['kind']> = new Set(['open', 'copyLink']);

interface Mounted {
  surface: Surface;
  threadId: string;
  isWatched: boolean;
}

export interface ChipBoardOptions {
  doc: Document;
  /** Where the chip of an element goes; null: nowhere. */
  mountPoint: SiteAdapter['mountPoint'];
  guard: ClickGuard;
  viewOf(threadId: string): ThreadView | undefined;
  /** Resolves to a refusal or error in words, or null. Never rejects. */
  onAct(threadId: string, act: ChipAct, element: Element): Promise<string | null>;
}

export interface ChipBoard {
  /** Puts or keeps the chip of a thread beside an element; also after the site threw it out. Draws it if it is new. */
  show(element: Element, threadId: string): void;
  remove(element: Element): void;
  /** Takes away the chips of elements that hold no mention any more, or one of another thread. */
  keepOnly(threadOf: (element: Element) => string | undefined): void;
  /** Draws the chips of these threads (null: all) again. */
  redraw(threadIds: ReadonlySet<string> | null): void;
  clear(): void;
}

/** Keeps one chip beside each mention. */
export function createChipBoard(options: ChipBoardOptions): ChipBoard {
  const mounted = new Map<Element, Mounted>();
  const busy = new Set<string>();
  const notes = new Map<string, string>();

  const draw = (element: Element, { surface, threadId }: Mounted, theme: 'light' | 'dark') => {
    const view = options.viewOf(threadId);
    if (!view) return;
    const act = async (asked: ChipAct, event: Event) => {
      // Asked for at once: the browser opens panels and copies only in the event itself.
      const isMeant = harmless.has(asked.kind) || options.guard.isMeant(surface, event);
      busy.add(threadId);
      notes.delete(threadId);
      redraw(new Set([threadId]));
      const mayAct = isMeant === true || (await isMeant);
      const note = mayAct ? await options.onAct(threadId, asked, element) : NOT_SURE;
      busy.delete(threadId);
      if (note) notes.set(threadId, note);
      redraw(new Set([threadId]));
    };
    render(
      <Chip
        view={view}
        now={now()}
        theme={theme}
        busy={busy.has(threadId)}
        note={notes.get(threadId) ?? null}
        onAct={(asked, event) => void act(asked, event)}
      />,
      surface.root,
    );
  };

  const queue = createDrawQueue({
    doc: options.doc,
    measure: measureTheme,
    draw(element, theme) {
      const chip = mounted.get(element);
      if (!chip) return;
      if (!chip.surface.host.isConnected) place(element, chip.surface);
      if (!chip.surface.host.isConnected) return;
      draw(element, chip, theme);
      if (!chip.isWatched) options.guard.watch(chip.surface);
      chip.isWatched = true;
    },
  });

  const redraw = (threadIds: ReadonlySet<string> | null) => {
    for (const [element, chip] of mounted) {
      if (!threadIds || threadIds.has(chip.threadId)) queue.add(element);
    }
  };

  const place = (element: Element, { host }: Surface) => {
    const point = options.mountPoint(element);
    if (!point) return;
    if (point.where === 'before') point.anchor.before(host);
    else if (point.where === 'after') point.anchor.after(host);
    else point.anchor.append(host);
  };

  const remove = (element: Element) => {
    const chip = mounted.get(element);
    if (!chip) return;
    mounted.delete(element);
    queue.drop(element);
    options.guard.unwatch(chip.surface);
    render(null, chip.surface.root);
    chip.surface.host.remove();
  };

  return {
    show(element, threadId) {
      const known = mounted.get(element);
      if (known && known.threadId !== threadId) remove(element);
      const kept = mounted.get(element);
      if (kept?.surface.host.isConnected) return;
      if (!kept) {
        const surface = createSurface(options.doc, tokensCss + chipCss, 'block');
        mounted.set(element, { surface, threadId, isWatched: false });
      }
      queue.add(element);
    },
    remove,
    keepOnly(threadOf) {
      for (const [element, { threadId }] of mounted) {
        if (threadOf(element) !== threadId) remove(element);
      }
    },
    redraw,
    clear() {
      for (const element of mounted.keys()) remove(element);
    },
  };
}
