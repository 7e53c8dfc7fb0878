import type { ComponentChildren } from 'preact';

/** All states of one component, by a short name each. */
export interface States {
  /** Width of the stage, px. */
  width: number;
  /** Stands in a shadow root with these styles, as in a host page. */
  shadowCss?: string;
  states: Record<string, () => ComponentChildren>;
}
