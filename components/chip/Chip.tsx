import type { ThreadView } from '#utils/model/thread-view.ts';
import type { ChipAct } from './chip-act.ts';

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
  onAct: (act: ChipAct) => void;
  /** Tests only: also acts on events that a script made. */
  allowsUntrusted?: boolean;
}

/** The line beside a mention: what is known of its thread, and the next act. */
export function Chip(_props: ChipProps) {
  return <div class="chip" />;
}
