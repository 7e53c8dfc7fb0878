import { render } from 'preact';
import { BoxNotice } from '#components/chip/BoxNotice.tsx';
import type { NoticeAct } from '#components/chip/BoxNotice.tsx';
import noticeCss from '#components/chip/box-notice.css?inline';
import tokensCss from '#components/tokens.css?inline';
import { noticeWords as words } from './box-words.ts';
import { createSurface, measureTheme } from './surface.ts';
import type { Surface } from './surface.ts';

/** How long a notice stays, ms: time to read two short sentences. */
const STAY_MS = 6_000;
/** One that matters stays until its link can be reached, ms. */
const STAY_URGENT_MS = 20_000;

export interface NoticeOptions {
  /** Read out at once instead of in the next pause, and stays longer. */
  isUrgent?: boolean;
  /** A web address, opened in a tab of its own. */
  link?: { label: string; href: string } | null;
}

/** One short sentence at the foot of the page, read out by screen readers; a new one replaces the old. */
export interface NoticeBoard {
  say(text: string, options?: NoticeOptions): void;
  clear(): void;
}

/** A board for pages to which nothing is ever added. */
export const silentBoard: NoticeBoard = { say: () => undefined, clear: () => undefined };

/** Creates a board that adds nothing to the page until something is said. */
export function createNoticeBoard(doc: Document): NoticeBoard {
  let surface: Surface | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const clear = () => {
    clearTimeout(timer);
    if (surface) render(null, surface.root);
    surface?.host.remove();
    surface = null;
  };

  return {
    say(text, { isUrgent = false, link = null } = {}) {
      clear();
      const { host, root } = createSurface(doc, tokensCss + noticeCss, 'contents');
      surface = { host, root };
      doc.body.append(host);
      const acts: NoticeAct[] = link ? [link] : [];
      if (isUrgent) acts.push({ label: words.dismiss, onPress: clear });
      const tone = isUrgent ? 'alert' : 'calm';
      const item = { id: 'foot', tone, text, acts } as const;
      const draw = (said: string) =>
        render(
          <BoxNotice
            items={[{ ...item, text: said }]}
            theme={measureTheme(doc.body)}
            place="foot"
            onEscape={clear}
          />,
          root,
        );
      draw('');
      // Filled after it is in the page: a live region speaks of changes only.
      draw(text);
      timer = setTimeout(clear, isUrgent ? STAY_URGENT_MS : STAY_MS);
    },
    clear,
  };
}
