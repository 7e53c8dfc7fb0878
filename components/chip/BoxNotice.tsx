import { Info, TriangleAlert } from 'lucide-preact';

/** A button or a link below a sentence. */
export type NoticeAct = { label: string; href: string } | { label: string; onPress: () => void };

/** One thing that is said at a reply box: one or two short sentences, and what can be done. */
export interface NoticeItem {
  id: string;
  /** `alert`: read out at once. `warn`: looks the same. `calm`: good to know. */
  tone: 'alert' | 'warn' | 'calm';
  text: string;
  acts: NoticeAct[];
}

export interface BoxNoticeProps {
  items: readonly NoticeItem[];
  /** By the page's measured background, not by the system's setting. */
  theme: 'light' | 'dark';
  /** Tests only: also acts on events that a script made. */
  allowsUntrusted?: boolean;
}

/** What a person should know before they send, beside the site's own reply box. */
export function BoxNotice({ items, theme, allowsUntrusted = false }: BoxNoticeProps) {
  const isUrgent = items.some(({ tone }) => tone === 'alert');
  return (
    <div
      class="notice"
      data-theme={theme}
      role={isUrgent ? 'alert' : 'status'}
      aria-label="Hearback"
      {...keepFromPage}
    >
      {items.map(({ id, tone, text, acts }) => (
        <div class="item" data-tone={tone} key={id}>
          <span class="icon">
            {tone === 'calm' ? (
              <Info size={16} strokeWidth={1.75} aria-hidden="true" />
            ) : (
              <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
            )}
          </span>
          <div class="body">
            <p class="text">{text}</p>
            <div class="acts">
              {acts.map((act) =>
                'href' in act ? (
                  <a
                    class="act"
                    key={act.label}
                    href={act.href}
                    target="_blank"
                    rel="noopener noreferrer"
                  >
                    {act.label}
                  </a>
                ) : (
                  <button
                    class="act"
                    key={act.label}
                    type="button"
                    onClick={(event) => {
                      // A page can make clicks too: only those of a person count.
                      if (event.isTrusted || allowsUntrusted) act.onPress();
                    }}
                  >
                    {act.label}
                  </button>
                ),
              )}
            </div>
          </div>
        </div>
      ))}
    </div>
  );
}

function keepInside(event: Event): void {
  event.stopPropagation();
}

/** The focus stays in the reply box, where the person writes. */
function keepFocus(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

// Composers close on a press outside of them, and their pages listen for single keys.
const keepFromPage = {
  onClick: keepInside,
  onAuxClick: keepInside,
  onPointerDown: keepInside,
  onMouseDown: keepFocus,
  onMouseUp: keepInside,
  onKeyDown: keepInside,
  onKeyUp: keepInside,
  onKeyPress: keepInside,
};
