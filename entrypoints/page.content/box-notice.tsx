import { render } from 'preact';
import { BoxNotice } from '#components/chip/BoxNotice.tsx';
import type { NoticeItem, NoticePress } from '#components/chip/BoxNotice.tsx';
import noticeCss from '#components/chip/box-notice.css?inline';
import tokensCss from '#components/tokens.css?inline';
import type { ClickGuard } from './click-guard/click-guard.ts';
import { createSurface, measureTheme } from './surface.ts';
import type { Surface } from './surface.ts';

/** Kept between the notice and what it stands beside, and the edge of the window, px. */
const GAP = 8;
const WIDTH_MIN = 280;
const WIDTH_MAX = 420;

export interface BoxNoticeBoard {
  /** Says this beside a reply box, over the page and not in its layout; with nothing to say, goes away. */
  show(box: HTMLElement, submit: HTMLElement | null, items: readonly NoticeItem[]): void;
  clear(): void;
}

export interface BoxNoticeOptions {
  doc: Document;
  guard: Pick<ClickGuard, 'watch' | 'unwatch' | 'isMeant'>;
  /** Escape was pressed inside; the focus is back in the box. */
  onEscape(): void;
  /** A press did not count: it could not be made sure that it was meant. */
  onRefused(): void;
}

/** Creates a board that adds nothing to the page until something is said. */
export function createBoxNotice(options: BoxNoticeOptions): BoxNoticeBoard {
  const { doc, guard } = options;
  let surface: Surface | null = null;
  let beside: { box: HTMLElement; submit: HTMLElement | null } | null = null;
  let stop = new AbortController();

  const place = () => {
    const notice = surface?.root.querySelector<HTMLElement>('.notice');
    const win = doc.defaultView;
    if (!notice || !beside || !win) return;
    const box = beside.box.getBoundingClientRect();
    // The composer was closed: it comes back with the notice.
    notice.hidden = box.width === 0 && box.height === 0;
    const width = Math.min(Math.max(box.width, WIDTH_MIN), WIDTH_MAX, win.innerWidth - 2 * GAP);
    // The same however long the words are: a button that moves under the pointer would not count as seen.
    notice.style.width = `${width}px`;
    const { height } = notice.getBoundingClientRect();
    const submit = beside.submit?.getBoundingClientRect();
    const below = Math.max(box.bottom, submit?.bottom ?? 0) + GAP;
    // Above, so that neither the words nor Send are covered; below both where there is no room.
    const above = box.top - height - GAP;
    const top = above >= GAP ? above : below;
    const lowest = win.innerHeight - height - GAP;
    const left = Math.min(box.left, win.innerWidth - width - GAP);
    notice.style.top = `${Math.round(Math.max(GAP, Math.min(top, lowest)))}px`;
    notice.style.left = `${Math.round(Math.max(GAP, left))}px`;
  };

  const clear = () => {
    stop.abort();
    if (surface) {
      guard.unwatch(surface);
      render(null, surface.root);
    }
    surface?.host.remove();
    surface = null;
    beside = null;
  };

  const press = async (act: NoticePress, event: Event) => {
    const shown = surface;
    const isMeant = !act.isGuarded || (shown !== null && (await guard.isMeant(shown, event)));
    if (isMeant) act.onPress();
    else options.onRefused();
  };

  const escape = () => {
    beside?.box.focus();
    options.onEscape();
  };

  const open = (box: HTMLElement): Surface => {
    stop = new AbortController();
    const options = { capture: true, passive: true, signal: stop.signal };
    doc.defaultView?.addEventListener('scroll', place, options);
    doc.defaultView?.addEventListener('resize', place, options);
    const opened = createSurface(doc, tokensCss + noticeCss, 'contents');
    // A modal dialog takes everything outside of it out of reach.
    (box.closest('dialog[open]') ?? doc.body).append(opened.host);
    return opened;
  };

  return {
    show(box, submit, items) {
      if (items.length === 0 || !box.isConnected) {
        clear();
        return;
      }
      if (surface && (beside?.box !== box || !surface.host.isConnected)) clear();
      const isNew = surface === null;
      surface ??= open(box);
      beside = { box, submit };
      render(
        <BoxNotice
          items={items}
          theme={measureTheme(box)}
          onPress={(act, event) => void press(act, event)}
          onEscape={escape}
        />,
        surface.root,
      );
      place();
      const notice = surface.root.querySelector('.notice');
      if (isNew && notice) guard.watch(surface, notice);
    },
    clear,
  };
}
