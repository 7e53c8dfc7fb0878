import { Info, TriangleAlert } from 'lucide-preact';

/** A button or a link below a sentence. */
export type NoticeAct = { label: string; href: string } | NoticePress;

export interface NoticePress {
  label: string;
  onPress: () => void;
  /** It changes something: whether the press was meant is to be made sure of first. */
  isGuarded?: boolean;
}

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
  /** Where it stands: beside a reply box, at a place that is set from outside, or at the foot of the window. */
  place?: 'box' | 'foot';
  /** Something was pressed; without it, the act is done at once. */
  onPress?: (act: NoticePress, event: Event) => void;
  /** Escape was pressed inside. */
  onEscape?: () => void;
  /** Tests only: also acts on events that a script made. */
  allowsUntrusted?: boolean;
}

/** What a person should know before or after they send. */
export function BoxNotice(props: BoxNoticeProps) {
  const { items, theme, place = 'box', allowsUntrusted = false } = props;
  const { onPress = (act: NoticePress) => act.onPress(), onEscape } = props;
  const listeners = {
    ...keepFromPage,
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape' && event.isTrusted) onEscape?.();
      keepInside(event);
    },
  };
  const isUrgent = items.some(({ tone }) => tone === 'alert');
  return (
    <div
      class="notice"
      data-theme={theme}
      data-place={place}
      role={isUrgent ? 'alert' : 'status'}
      aria-label="Hearback"
      {...listeners}
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
            <div class="acts" hidden={acts.length === 0}>
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
                      if (event.isTrusted || allowsUntrusted) onPress(act, event);
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
  onKeyUp: keepInside,
  onKeyPress: keepInside,
};
