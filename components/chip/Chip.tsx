import { useId, useRef, useState } from 'preact/hooks';
import { NamedLine } from '#components/thread/NamedLine.tsx';
import { StateIcon } from '#components/thread/StateIcon.tsx';
import { toStatusWords } from '#components/thread/status-words.ts';
import { placeFloating } from '#components/ui/floating.ts';
import { toThreadStatus } from '#utils/model/thread-status.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { ChipAct } from './chip-act.ts';
import { ChipActions } from './ChipActions.tsx';
import { ChipMenu } from './ChipMenu.tsx';
import { chipWords } from './words.ts';

export interface ChipProps {
  view: ThreadView;
  /** Local clock, ms. */
  now: number;
  /** By the page's measured background, not by the system's setting. */
  theme: 'light' | 'dark';
  /** An act is on its way: its buttons wait. */
  busy: boolean;
  /** A refusal or an error, in words; null when there is none. */
  note: string | null;
  /** `event` is the press itself: whether it was meant is for the one who acts to find out. */
  onAct: (act: ChipAct, event: Event) => void;
  /** Tests only: also acts on events that a script made. */
  allowsUntrusted?: boolean;
}

/** The line beside a mention: what is known of its thread, and the next act. */
export function Chip(props: ChipProps) {
  const { view, now, theme, busy, note, onAct, allowsUntrusted = false } = props;
  const status = toThreadStatus(view, now);
  const words = toStatusWords(view, status, now);
  const [isWhyShown, setWhyShown] = useState(false);
  const line = useRef<HTMLButtonElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const id = useId();

  // A page can make clicks too: only those of a person become acts.
  const act = (event: Event, asked: ChipAct) => {
    if (busy || (!event.isTrusted && !allowsUntrusted)) return;
    setWhyShown(false);
    onAct(asked, event);
  };
  const hide = () => {
    setWhyShown(false);
    bubble.current?.hidePopover?.();
  };
  const show = () => {
    if (!bubble.current || !line.current) return;
    placeFloating(bubble.current, line.current);
    const options = { capture: true, once: true, passive: true };
    line.current.ownerDocument.addEventListener('scroll', hide, options);
  };
  // The bubble goes with Escape, and with the focus when that leaves the chip.
  const listeners = {
    ...keepFromPage,
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape') hide();
      keepInside(event);
    },
    onFocusOut({ currentTarget, relatedTarget }: FocusEvent) {
      const stays =
        currentTarget instanceof Node &&
        relatedTarget instanceof Node &&
        currentTarget.contains(relatedTarget);
      if (!stays) hide();
    },
  };
  const bubbleText = isWhyShown ? chipWords.whyText(view.thread.match.reason) : words.full;

  return (
    <div
      class="chip"
      role="group"
      aria-label={chipWords.chip}
      aria-busy={busy}
      data-theme={theme}
      data-state={status.state}
      data-old={words.isOld}
      {...listeners}
    >
      <span class="pill">
        <button
          ref={line}
          type="button"
          class="pill-line"
          aria-describedby={id}
          onPointerEnter={show}
          onPointerLeave={hide}
          onFocus={show}
          onBlur={hide}
          onClick={(event) => act(event, { kind: 'open' })}
        >
          <span class="pill-icon" key={status.state}>
            <StateIcon state={status.state} />
          </span>
          <NamedLine line={words.line} name={words.name} />
        </button>
        <span class="pill-acts">
          <ChipActions view={view} status={status} onAct={act} />
          <ChipMenu
            view={view}
            status={status}
            onAct={act}
            onWhy={() => {
              setWhyShown(true);
              show();
            }}
          />
        </span>
      </span>
      <span ref={bubble} id={id} class="bubble floating" role="tooltip" popover="manual" dir="auto">
        {bubbleText}
      </span>
      <output class="note" aria-live="polite">
        {note}
      </output>
      <output class="spoken" aria-live="polite">
        {words.spoken}
      </output>
    </div>
  );
}

function keepInside(event: Event): void {
  event.stopPropagation();
}

// Posts of many sites are one big link, and their pages listen for single keys ("j", "l", "r").
const keepFromPage = {
  onClick: keepInside,
  onAuxClick: keepInside,
  onDblClick: keepInside,
  onPointerDown: keepInside,
  onMouseDown: keepInside,
  onMouseUp: keepInside,
  onKeyDown: keepInside,
  onKeyUp: keepInside,
  onKeyPress: keepInside,
};
