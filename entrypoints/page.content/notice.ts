import { createSurface } from './surface.ts';
import type { Surface } from './surface.ts';

/** How long a notice stays, ms: time to read two short sentences. */
const STAY_MS = 6_000;
/** One with a link stays until it can be reached, ms. */
const STAY_WITH_LINK_MS = 20_000;

const css = `
.notice {
  position: fixed; inset-inline: 16px; bottom: 16px; z-index: 2147483647; margin-inline: auto;
  width: fit-content; max-width: min(420px, calc(100vw - 32px)); box-sizing: border-box;
  padding: 10px 14px; border-radius: 8px; border: 1px solid #0f766e; background: #fff; color: #0f172a;
  font: 13px/1.45 system-ui, sans-serif; box-shadow: 0 4px 16px rgb(15 23 42 / 0.18);
}
.notice a { color: #0f766e; font-weight: 600; margin-inline-start: 8px; }
@media (prefers-color-scheme: dark) {
  .notice { background: #0f172a; color: #f1f5f9; border-color: #2dd4bf; }
  .notice a { color: #2dd4bf; }
}
`;

export interface NoticeOptions {
  /** Read out at once instead of in the next pause. */
  isUrgent?: boolean;
  /** A web address, opened in a tab of its own. */
  link?: { label: string; href: string } | null;
}

/** One short sentence at the foot of the page, read out by screen readers; a new one replaces the old. */
export interface NoticeBoard {
  say(text: string, options?: NoticeOptions): void;
  clear(): void;
}

/** Creates a board that adds nothing to the page until something is said. */
export function createNoticeBoard(doc: Document): NoticeBoard {
  let surface: Surface | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const clear = () => {
    if (timer) clearTimeout(timer);
    surface?.host.remove();
    surface = null;
  };

  return {
    say(text, { isUrgent = false, link = null } = {}) {
      clear();
      surface = createSurface(doc, css, 'contents');
      const line = doc.createElement('div');
      line.className = 'notice';
      line.setAttribute('role', isUrgent ? 'alert' : 'status');
      surface.root.append(line);
      doc.body.append(surface.host);
      // Filled after it is in the page: a live region speaks of changes only.
      line.textContent = text;
      if (link) {
        const anchor = doc.createElement('a');
        Object.assign(anchor, { href: link.href, target: '_blank', rel: 'noopener noreferrer' });
        anchor.textContent = link.label;
        line.append(anchor);
      }
      timer = setTimeout(clear, link ? STAY_WITH_LINK_MS : STAY_MS);
    },
    clear,
  };
}
