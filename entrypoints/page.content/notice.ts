import { createSurface } from './surface.ts';
import type { Surface } from './surface.ts';

/** How long a notice stays, ms: time to read two short sentences. */
const STAY_MS = 6_000;

const css = `
.notice {
  position: fixed; inset-inline: 16px; bottom: 16px; z-index: 2147483647; margin-inline: auto;
  width: fit-content; max-width: min(420px, calc(100vw - 32px)); box-sizing: border-box;
  padding: 10px 14px; border-radius: 8px; border: 1px solid #0f766e; background: #fff; color: #0f172a;
  font: 13px/1.45 system-ui, sans-serif; box-shadow: 0 4px 16px rgb(15 23 42 / 0.18);
}
@media (prefers-color-scheme: dark) {
  .notice { background: #0f172a; color: #f1f5f9; border-color: #2dd4bf; }
}
`;

/** One short sentence at the foot of the page, read out by screen readers; a new one replaces the old. */
export interface NoticeBoard {
  say(text: string): void;
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
    say(text) {
      clear();
      surface = createSurface(doc, css, 'contents');
      const line = doc.createElement('div');
      line.className = 'notice';
      line.setAttribute('role', 'status');
      surface.root.append(line);
      doc.body.append(surface.host);
      // Filled after it is in the page: a live region speaks of changes only.
      line.textContent = text;
      timer = setTimeout(clear, STAY_MS);
    },
    clear,
  };
}
