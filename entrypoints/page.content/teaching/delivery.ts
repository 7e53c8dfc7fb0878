import { createScriptDelivery } from '../script-delivery.ts';
import type { DrawOnPage } from '../surface.ts';

export interface TeachingOptions extends DrawOnPage {
  doc: Document;
  /** Proposes selectors, by full name. Rejects when nobody takes them. */
  offer(selectors: Record<string, string>): Promise<{ isPanelOpen: boolean }>;
}

/** Begins pointing; returns how to end it without a trace. */
export type StartTeaching = (options: TeachingOptions) => () => void;

export const teachingDelivery = createScriptDelivery<StartTeaching>('teaching');
